/**
 * AsyncHttpClient 1.9 on Netty 3: a request from its submission to its end, with each exchange on
 * the wire beneath it. Netty 3 itself is not woven.
 */
package io.cioagent.instrumentation.asynchttpclient1;
