/**
 * Jetty 12 as a server, beneath its handlers and all its servlet environments: the core request and
 * what is read of it. Nothing here is compiled against Jetty, as 12 is for JDK 17 and uses names of
 * its predecessors for other types.
 */
package io.cioagent.instrumentation.jettyserver12;
