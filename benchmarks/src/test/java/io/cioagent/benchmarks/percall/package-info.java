/**
 * Tests of the per-call table. The benchmarks themselves are run by {@code per-call.sh} only: a
 * build must not depend on how busy its machine is.
 */
package io.cioagent.benchmarks.percall;
