/**
 * {@code HttpURLConnection} without any client method above it. Each exchange is an operation of
 * its own, named by its route.
 */
package io.cioagent.it.urlconnection;
