/**
 * Servers that stand in for Customer.io, with every fault a network can have. They keep what they
 * received byte for byte.
 */
package io.cioagent.it.standin;
