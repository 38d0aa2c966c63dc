/**
 * Apache HttpAsyncClient 4: a request that the application executes, and each exchange on the wire
 * beneath it.
 */
package io.cioagent.instrumentation.apachehttpasyncclient4;
