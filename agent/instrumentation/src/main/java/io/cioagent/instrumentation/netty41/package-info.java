/**
 * Netty 4 as an HTTP client: each exchange as it passes the client codec of HTTP/1.1 or the frames
 * of HTTP/2. Clients on Netty are seen here too, unless a package of their own knows more.
 */
package io.cioagent.instrumentation.netty41;
