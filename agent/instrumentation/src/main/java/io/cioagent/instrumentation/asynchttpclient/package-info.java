/**
 * AsyncHttpClient 2 and 3: a request that never gets a connection. What goes over one is observed
 * in Netty, as a request is written there.
 */
package io.cioagent.instrumentation.asynchttpclient;
