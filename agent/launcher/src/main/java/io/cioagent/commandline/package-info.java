/**
 * The commands of {@code java -jar customerio-agent.jar}, by picocli. They run in a JVM of their
 * own and use the rooms of the core; nothing of the agent uses them.
 */
package io.cioagent.commandline;
