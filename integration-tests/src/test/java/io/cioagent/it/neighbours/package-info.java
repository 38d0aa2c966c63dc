/**
 * Other agents in the same JVM, before the agent or after it: neither side's counts may depend on
 * the other.
 */
package io.cioagent.it.neighbours;
