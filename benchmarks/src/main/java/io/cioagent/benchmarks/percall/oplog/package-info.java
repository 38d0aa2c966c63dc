/** What a line of the operation log costs. */
package io.cioagent.benchmarks.percall.oplog;
