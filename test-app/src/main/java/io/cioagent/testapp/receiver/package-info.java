/**
 * Where the shop hears from Customer.io what became of its messages: a servlet in an embedded
 * Jetty. It is as careful with signatures as it is clumsy elsewhere, and it keeps a log that the
 * agent's numbers are held against.
 */
package io.cioagent.testapp.receiver;
