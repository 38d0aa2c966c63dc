/**
 * Jetty 9.2 to 11 as a server. Only Jetty's own types are called, as the servlet API has another
 * name since 11.
 */
package io.cioagent.instrumentation.jettyserver;
