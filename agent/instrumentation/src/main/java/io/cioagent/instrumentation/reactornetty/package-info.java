/**
 * Reactor Netty 0.9 to 1.3: a request from its subscription to the last byte of its answer, and
 * each attempt beneath it. What sits on it (Spring's WebClient) is seen here.
 */
package io.cioagent.instrumentation.reactornetty;
