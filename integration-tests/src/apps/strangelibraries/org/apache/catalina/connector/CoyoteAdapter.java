package org.apache.catalina.connector;

import org.glassfish.grizzly.http.server.HttpHandler;

/** GlassFish's, which shares its name with Tomcat's and has methods of the same names. */
public final class CoyoteAdapter extends HttpHandler {

  public void service(Object request, Object response) {}
}
