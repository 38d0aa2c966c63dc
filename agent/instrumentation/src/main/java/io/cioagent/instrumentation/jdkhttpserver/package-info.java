/**
 * The JDK's own {@code com.sun.net.httpserver}, http and https, from Java 8 on. Woven only where
 * the application has a server: the agent's endpoint is one too.
 */
package io.cioagent.instrumentation.jdkhttpserver;
