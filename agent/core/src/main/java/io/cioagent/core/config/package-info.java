/**
 * The settings: their names and defaults, the places they are read from, and the warnings where
 * they cannot be. It reads once, at start-up, and hands out one immutable {@code Settings} that
 * knows nothing of where its values came from.
 */
package io.cioagent.core.config;
