/**
 * Hand-written Customer.io clients, one class for each habit seen in the wild. The package's name
 * makes them clients; what they answer is checked to be the same with and without the agent.
 */
package io.cioagent.it.apps.customerio;
