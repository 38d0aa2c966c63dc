/**
 * The agent's own messages by SLF4J, in place of slf4j-simple: on the process's standard error,
 * which an application cannot replace, and with ISO dates in every locale.
 */
package io.cioagent.log;
