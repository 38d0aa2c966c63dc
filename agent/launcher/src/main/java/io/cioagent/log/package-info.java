/**
 * The agent's own messages through SLF4J, instead of slf4j-simple: on the standard error of the
 * process, which an application cannot replace, and with ISO dates in every locale.
 */
package io.cioagent.log;
