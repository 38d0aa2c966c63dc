/** Tests of the report. */
package io.cioagent.benchmarks.report;
