/**
 * A client whose names say nothing: the setting {@code client.methods} has to find it. It is
 * otherwise like the others.
 */
package io.cioagent.it.apps.habits.crm;
