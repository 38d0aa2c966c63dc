/**
 * The JDK's own {@code com.sun.net.httpserver}, http and https, whose classes are the same from
 * Java 8 to the newest. Woven only where the application has a server: the agent's endpoint is one
 * too.
 */
package io.cioagent.instrumentation.jdkhttpserver;
