/**
 * What the agent costs each call, in time and in allocated bytes. {@code per-call.sh} runs the JMH
 * benchmarks of this package without and with the agent and has the differences printed.
 */
package io.cioagent.benchmarks.percall;
