/**
 * Jetty 12 as a server, beneath its handlers and all its servlet environments. Not compiled against
 * Jetty, as 12 is for JDK 17 and gives names of its predecessors to other types.
 */
package io.cioagent.instrumentation.jettyserver12;
