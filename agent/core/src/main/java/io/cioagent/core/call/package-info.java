/**
 * One call from start to end: nesting, the exchanges beneath it, its outcome and when it is over.
 * Takes facts and reports each thing once to a {@link io.cioagent.core.call.CallListener}.
 */
package io.cioagent.core.call;
