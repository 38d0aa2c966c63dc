/**
 * Tests of the arithmetic behind the start-up table. The probe itself is tested by every run of
 * {@code start-up.sh}.
 */
package io.cioagent.benchmarks.startup;
