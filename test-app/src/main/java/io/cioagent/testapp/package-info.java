/**
 * A small legacy application to watch the agent with: a shop, its own Customer.io client, and a
 * Customer.io to talk to. It runs on the bare JDK and knows nothing of the agent.
 */
package io.cioagent.testapp;
