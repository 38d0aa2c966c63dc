/** Elastic's Java agent: the transaction or span that is current on a thread, by its public API. */
package io.cioagent.instrumentation.elasticapm;
