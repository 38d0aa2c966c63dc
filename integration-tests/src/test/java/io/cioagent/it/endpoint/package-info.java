/**
 * Reads what the agent publishes over HTTP, as a scraper or a curious developer would. Only the
 * public formats are used: Prometheus text, OpenMetrics and OTLP/JSON.
 */
package io.cioagent.it.endpoint;
