/**
 * Apache HttpAsyncClient 4: what the application executes, and each exchange on the wire beneath
 * it. Seen in the handler that the client makes for each request, so that the application's
 * producer, consumer, callback and future stay what they are.
 */
package io.cioagent.instrumentation.apachehttpasyncclient4;
