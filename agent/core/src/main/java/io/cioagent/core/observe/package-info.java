/**
 * Follows one call from start to end: nesting, the exchanges beneath it, its true outcome and when
 * it completed. Takes facts from the instrumentation and tells a {@link
 * io.cioagent.core.observe.CallListener} what happened, each thing once.
 */
package io.cioagent.core.observe;
