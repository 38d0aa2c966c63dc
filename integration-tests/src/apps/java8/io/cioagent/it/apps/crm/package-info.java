/**
 * Clients whose names say nothing of Customer.io. Only the setting {@code client.methods} finds
 * them.
 */
package io.cioagent.it.apps.crm;
