/**
 * Runs one script of commands with and without the agent and compares. What is compared is all that
 * the application saw and all that the server received.
 */
package io.cioagent.it.parity;
