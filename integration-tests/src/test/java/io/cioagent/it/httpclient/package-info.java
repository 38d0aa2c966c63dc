/**
 * {@code java.net.http} without any client method above it, over HTTP/1.1 and HTTP/2. The server
 * for HTTP/2 is a real one.
 */
package io.cioagent.it.httpclient;
