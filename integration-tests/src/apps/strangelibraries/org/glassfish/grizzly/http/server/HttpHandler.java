package org.glassfish.grizzly.http.server;

/** What GlassFish's door is made of. */
public class HttpHandler {}
