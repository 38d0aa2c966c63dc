/**
 * How services really call Customer.io: a case for each habit, run once for each HTTP library. What
 * is told must be what happened, whatever the client made of it.
 */
package io.cioagent.it.habits;
