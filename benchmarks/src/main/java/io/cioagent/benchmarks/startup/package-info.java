/**
 * What an agent costs a process that does nothing: time before {@code main}, processor time and
 * peak memory. {@code start-up.sh} starts the probe once per agent and round and has the table
 * printed from what the probes wrote down.
 */
package io.cioagent.benchmarks.startup;
