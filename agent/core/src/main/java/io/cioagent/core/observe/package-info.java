/** The entry of the core: what the instrumentation reports its facts to. */
package io.cioagent.core.observe;
