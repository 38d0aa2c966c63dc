/** Operations hang in the traces that the application has by itself, whoever makes them. */
package io.cioagent.it.tracing;
