/**
 * How the agent starts, or does not: settings, ports, trimmed runtimes, tools, attaching. The
 * application must never notice more than a line on standard error.
 */
package io.cioagent.it.startup;
