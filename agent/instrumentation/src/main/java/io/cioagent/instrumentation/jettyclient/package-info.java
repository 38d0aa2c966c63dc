/**
 * The Jetty HTTP client 9.2 to 12.1 on every transport: what the application sends, and each
 * exchange on the wire beneath it. Nothing here is compiled against Jetty, as 12 moved every class.
 */
package io.cioagent.instrumentation.jettyclient;
