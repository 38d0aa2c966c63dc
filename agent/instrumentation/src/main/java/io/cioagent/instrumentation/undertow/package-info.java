/**
 * Undertow 1.4 to 2.3 as a server, with its own handlers or with servlets, {@code javax} or {@code
 * jakarta}. Every reader of a body, Undertow's or the application's, reads the request's channel.
 */
package io.cioagent.instrumentation.undertow;
