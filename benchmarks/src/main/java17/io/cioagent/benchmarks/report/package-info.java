/**
 * The report: what the parts measured, as one Markdown text with ratios, and what all parts share:
 * contenders, processes, and samples.
 */
package io.cioagent.benchmarks.report;
