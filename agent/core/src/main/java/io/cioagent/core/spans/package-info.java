/** The spans of operations, HTTP requests and webhooks. */
package io.cioagent.core.spans;
