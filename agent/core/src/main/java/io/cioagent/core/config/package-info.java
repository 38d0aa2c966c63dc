/**
 * The settings: their names and defaults, their sources, and the warnings about invalid ones. The
 * settings are read once, at start-up, into an immutable {@code Settings} object that is
 * independent of the sources.
 */
package io.cioagent.core.config;
