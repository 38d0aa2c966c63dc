/**
 * Jetty 9.2 to 11 as a server: a request from before the first handler until its answer is
 * complete, and what the application reads of its body. Only Jetty's own types are called, as the
 * servlet API has another name since 11.
 */
package io.cioagent.instrumentation.jettyserver;
