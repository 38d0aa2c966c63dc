/**
 * Work that is handed to an event loop of Netty: tasks, and what waits for a connection, belong to
 * the call that asked for them. Woven only once a client class has been.
 */
package io.cioagent.instrumentation.nettyhandover;
