/**
 * What the agent costs each call, in time and in allocated bytes: JMH benchmarks that {@code
 * per-call.sh} runs without and with each contender.
 */
package io.cioagent.benchmarks.percall;
