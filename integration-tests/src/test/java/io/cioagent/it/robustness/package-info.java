/**
 * Odd input, breakage inside the agent, and proof that an application gets the very bytes and
 * exceptions it gets without the agent.
 */
package io.cioagent.it.robustness;
