/**
 * Follows a call beyond its client method: work handed to other threads, results that complete
 * later, and the application's log lines.
 */
package io.cioagent.core.follow;
