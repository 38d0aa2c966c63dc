/**
 * Netty 4 as an HTTP client: each exchange as it passes the client codec of HTTP/1.1 or the frames
 * of HTTP/2. What sits on Netty is seen here too, unless its own package tells more of it.
 */
package io.cioagent.instrumentation.netty41;
