/**
 * Tomcat 8.5 to 11: webhooks are seen where connectors hand requests to servlets and bodies to
 * whoever reads them. Coyote's classes are the same whatever servlet API is above them.
 */
package io.cioagent.instrumentation.tomcat;
