/** What the agent costs a server: a webhook, and a request that is none. */
package io.cioagent.benchmarks.percall.server;
