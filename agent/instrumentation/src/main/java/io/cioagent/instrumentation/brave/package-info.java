/**
 * Brave 5 and 6: the span that is current on a thread, with or without a facade such as Micrometer
 * Tracing. Nothing is added to what Brave reports.
 */
package io.cioagent.instrumentation.brave;
