/** What a scrape costs. */
package io.cioagent.benchmarks.percall.endpoint;
