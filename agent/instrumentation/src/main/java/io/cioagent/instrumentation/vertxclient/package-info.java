/**
 * The HTTP client of Vert.x 4 and 5: a request that never gets a connection. What goes over one is
 * observed in Netty, as a request is written there.
 */
package io.cioagent.instrumentation.vertxclient;
