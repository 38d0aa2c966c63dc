/**
 * Wires the agent inside the isolated class loader, and weaves classes. The launcher calls it with
 * JDK types only.
 */
package io.cioagent.weaver;
