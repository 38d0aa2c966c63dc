/** Jodd HTTP 5 and 6: the request that the application sends, and each exchange beneath it. */
package io.cioagent.instrumentation.joddhttp;
