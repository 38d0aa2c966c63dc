/**
 * Customer.io's vocabulary: its hosts and routes, their operations, and the names of client classes
 * and methods. The package maps names to operations. It opens no connections, keeps no state and
 * depends on no other package of the agent.
 */
package io.cioagent.core.operation;
