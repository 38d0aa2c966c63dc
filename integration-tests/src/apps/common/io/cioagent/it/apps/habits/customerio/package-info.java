/**
 * Clients as services have them, one for each habit. The agent finds them by the name of this
 * package.
 */
package io.cioagent.it.apps.habits.customerio;
