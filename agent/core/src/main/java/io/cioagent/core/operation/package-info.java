/**
 * Knows Customer.io's vocabulary: its hosts, its routes, the operations they stand for and the
 * names client classes and their methods go by. It turns names into operations and nothing else: it
 * opens no connection, keeps no state and depends on no other package of the agent.
 */
package io.cioagent.core.operation;
