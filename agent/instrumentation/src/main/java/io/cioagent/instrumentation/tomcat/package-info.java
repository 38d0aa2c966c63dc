/**
 * Tomcat 8.5 to 11 as a server, at Coyote's classes, which are the same for all servlet APIs above
 * them.
 */
package io.cioagent.instrumentation.tomcat;
