/**
 * Work that is handed to an event loop of Netty: tasks, and what waits for a connection, belong to
 * the call that requested them. What starts an event loop does not stick to its thread.
 */
package io.cioagent.instrumentation.nettyhandover;
