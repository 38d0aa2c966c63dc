/**
 * Work that a client method hands to another thread: the JDK's tasks remember the call that made
 * them and take it along. Woven only once a client class has been.
 */
package io.cioagent.instrumentation.handover;
