/**
 * Ktor's CIO engine, which implements HTTP itself: the requests of its client (2.0 to 3.x) and the
 * webhooks that its server receives (3.x). Ktor's other engines use libraries that are observed.
 */
package io.cioagent.instrumentation.ktorcio;
