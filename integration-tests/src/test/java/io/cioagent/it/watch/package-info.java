/**
 * Compares what an application did with what the agent says about it. Every command of an
 * application is judged by what it adds to the metrics and spans, so that one JVM serves many
 * cases.
 */
package io.cioagent.it.watch;
