/**
 * The JDK's {@code java.net.http.HttpClient}, synchronous and asynchronous, HTTP/1.1 and HTTP/2.
 * Compiled for Java 11 and loaded only where that client is.
 */
package io.cioagent.instrumentation.javanethttp;
