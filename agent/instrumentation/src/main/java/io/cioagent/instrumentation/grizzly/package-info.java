/** Grizzly 2.3 to 5.0 as a server, also within GlassFish and Payara, beneath its handlers. */
package io.cioagent.instrumentation.grizzly;
