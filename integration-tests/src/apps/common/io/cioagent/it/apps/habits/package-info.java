/**
 * What the hand-written clients of services have in common, apart from the HTTP library. They are
 * written once and run on each library that has a {@link io.cioagent.it.apps.habits.Transport}.
 */
package io.cioagent.it.apps.habits;
