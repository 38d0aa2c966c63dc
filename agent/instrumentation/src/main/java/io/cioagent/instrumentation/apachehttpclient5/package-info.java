/**
 * Apache HttpClient 5, classic and asynchronous, over HTTP/1.1 and HTTP/2: what the application
 * executes, and each exchange on the wire beneath it. What sits on it (its fluent API, Spring's
 * templates) is observed here.
 */
package io.cioagent.instrumentation.apachehttpclient5;
