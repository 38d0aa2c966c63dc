/**
 * Netty 4 as an HTTP server: each request as its decoder hands it to the pipeline, each answer as
 * it passes the encoder. What sits on Netty, such as Reactor Netty, is seen here too.
 */
package io.cioagent.instrumentation.nettyserver41;
