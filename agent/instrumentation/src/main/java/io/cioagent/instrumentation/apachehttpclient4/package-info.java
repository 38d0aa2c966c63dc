/**
 * Apache HttpClient 4 (from 4.0, with the old {@code DefaultHttpClient}): what the application
 * executes, and each exchange on the wire beneath it. HttpCore used without the client is seen too:
 * there each exchange is a request of the application, if its context names the target host.
 */
package io.cioagent.instrumentation.apachehttpclient4;
