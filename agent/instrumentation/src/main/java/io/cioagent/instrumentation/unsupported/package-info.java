/** HTTP libraries that the agent knows and does not observe, so that it can say so. */
package io.cioagent.instrumentation.unsupported;
