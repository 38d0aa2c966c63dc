/**
 * The client a shop wrote for itself years ago: HttpURLConnection, JSON put together by hand,
 * errors that lose their cause. Its smells are on purpose, because they are what the agent has to
 * see through.
 */
package io.cioagent.testapp.customerio;
