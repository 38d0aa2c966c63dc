/**
 * Receives the outcome of the shop's messages from Customer.io: a servlet in an embedded Jetty. It
 * is as careful with signatures as it is clumsy elsewhere, and it keeps a log that the agent's
 * numbers are held against.
 */
package io.cioagent.testapp.receiver;
