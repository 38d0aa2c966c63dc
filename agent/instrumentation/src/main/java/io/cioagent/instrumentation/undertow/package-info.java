/**
 * Undertow 1.4 to 2.3 as a server, with its own handlers or with servlets, {@code javax} or {@code
 * jakarta}.
 */
package io.cioagent.instrumentation.undertow;
