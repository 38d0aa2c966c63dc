/**
 * The commands of {@code java -jar customerio-agent.jar}, by picocli. They run in a JVM of their
 * own and use packages of the core; the agent itself does not use them.
 */
package io.cioagent.commandline;
