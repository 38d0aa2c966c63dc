package org.apache.catalina.connector;

/** GlassFish's, which shares its name with Tomcat's and has methods of the same names. */
public final class CoyoteAdapter {

  public void service(Object request, Object response) {}
}
