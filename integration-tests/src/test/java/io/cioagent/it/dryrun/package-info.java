/**
 * The dry run: what the agent says it would do, while the application runs as it was built. Real
 * JVMs, the real jar.
 */
package io.cioagent.it.dryrun;
