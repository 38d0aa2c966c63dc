/**
 * The operation log: one JSON line per operation and webhook, limited in rate and size, and written
 * without blocking the application. Further destinations implement {@link
 * io.cioagent.core.oplog.LogSink}.
 */
package io.cioagent.core.oplog;
