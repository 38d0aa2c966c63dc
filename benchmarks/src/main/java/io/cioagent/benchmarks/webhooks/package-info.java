/**
 * What webhooks at full speed cost: a receiver in Jetty, without and with the agent in turn. Every
 * webhook must be answered, and counted once.
 */
package io.cioagent.benchmarks.webhooks;
