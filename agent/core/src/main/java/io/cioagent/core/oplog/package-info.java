/**
 * The operation log: what became of each operation and webhook as one line of JSON, limited in rate
 * and size and written without ever keeping the application waiting. Whoever wants the same facts
 * elsewhere adds a {@link io.cioagent.core.oplog.LogSink}.
 */
package io.cioagent.core.oplog;
