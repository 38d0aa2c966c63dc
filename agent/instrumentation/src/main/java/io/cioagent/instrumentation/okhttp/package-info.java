/**
 * OkHttp 3.0 to 5: a call that the application executes or enqueues, and each exchange on the wire
 * beneath it. What sits on OkHttp (Retrofit, Feign) is seen here.
 */
package io.cioagent.instrumentation.okhttp;
