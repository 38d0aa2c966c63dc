/**
 * Applications that the tests start under the agent; none of them knows that it is observed. Each
 * takes commands on standard input and answers on standard output, so that one JVM serves many
 * cases.
 */
package io.cioagent.it.apps;
