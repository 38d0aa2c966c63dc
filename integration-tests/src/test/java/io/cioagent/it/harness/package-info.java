/**
 * Starts real JVMs with the real jar and sends commands to the applications in them. Nothing here
 * knows what a test expects.
 */
package io.cioagent.it.harness;
