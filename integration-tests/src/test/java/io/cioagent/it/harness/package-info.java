/**
 * Starts real JVMs with the real jar and talks to what runs in them. Nothing here knows what a test
 * expects.
 */
package io.cioagent.it.harness;
