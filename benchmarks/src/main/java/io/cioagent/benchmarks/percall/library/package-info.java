/**
 * What the agent costs a request to Customer.io, and one to a host that is not Customer.io's,
 * library by library. Each benchmark has first sent one to Customer.io, so that nothing is spared
 * as never used.
 */
package io.cioagent.benchmarks.percall.library;
