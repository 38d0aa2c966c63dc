/**
 * Commons HttpClient 3: what the application executes, and each exchange on the wire beneath it. A
 * method that is executed on a connection without a client is seen as a request of its own.
 */
package io.cioagent.instrumentation.commonshttpclient3;
