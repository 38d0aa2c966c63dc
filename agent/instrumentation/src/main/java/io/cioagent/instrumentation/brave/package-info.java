/**
 * Brave 5 and 6: the span that is current on a thread, whatever sits on the tracer, such as
 * Micrometer Tracing. Nothing is added to what Brave reports.
 */
package io.cioagent.instrumentation.brave;
