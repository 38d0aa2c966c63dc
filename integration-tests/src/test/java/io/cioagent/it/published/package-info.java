/**
 * What the endpoint publishes, as a scraper, a dashboard or a curious developer gets it. The names
 * are in people's alerts, so every label is compared exactly.
 */
package io.cioagent.it.published;
