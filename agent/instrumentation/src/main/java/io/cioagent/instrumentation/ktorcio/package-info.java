/**
 * The CIO engine of Ktor's client, 2.0 to 3.x, which speaks HTTP by itself: what the client asks of
 * the engine. Its other engines sit on libraries that are observed.
 */
package io.cioagent.instrumentation.ktorcio;
