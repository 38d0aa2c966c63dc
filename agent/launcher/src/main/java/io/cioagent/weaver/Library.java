package io.cioagent.weaver;

import org.jspecify.annotations.Nullable;

/** The libraries that are woven, by the names that users read in metrics and warnings. */
enum Library {
  HTTPURLCONNECTION("httpurlconnection", "sun.net.www."),
  JAVA_NET_HTTP("java-net-http", "jdk.internal.net.http."),
  OKHTTP("okhttp", "okhttp3."),
  APACHE_HTTPASYNCCLIENT_4("apache-httpasyncclient-4", "org.apache.http.impl.nio."),
  APACHE_HTTPCLIENT_4("apache-httpclient-4", "org.apache.http."),
  APACHE_HTTPCLIENT_5("apache-httpclient-5", "org.apache.hc."),
  COMMONS_HTTPCLIENT_3("commons-httpclient-3", "org.apache.commons.httpclient."),
  JODD_HTTP("jodd-http", "jodd.http."),
  NETTY("netty", "io.netty."),
  REACTOR_NETTY("reactor-netty", "reactor.netty."),
  REACTOR_CORE("reactor-core", "reactor.core."),
  ASYNC_HTTP_CLIENT("async-http-client", "org.asynchttpclient.", "com.ning.http."),
  VERTX_CLIENT("vertx-client", "io.vertx.core.http."),
  KTOR_CIO("ktor-cio", "io.ktor."),
  JETTY_CLIENT("jetty-client", "org.eclipse.jetty.client."),
  JETTY_SERVER("jetty-server", "org.eclipse.jetty.server."),
  UNDERTOW("undertow", "io.undertow."),
  GRIZZLY("grizzly", "org.glassfish.grizzly."),
  HELIDON_SERVER("helidon-server", "io.helidon.webserver."),
  TOMCAT("tomcat", "org.apache.catalina.", "org.apache.coyote."),
  JDK_HTTPSERVER("jdk-httpserver", "sun.net.httpserver.", "com.sun.net.httpserver."),
  JAVA_CONCURRENT("java-concurrent", "java.", "sun.instrument."),
  KOTLIN_COROUTINES("kotlin-coroutines", "kotlin.", "kotlinx."),
  SCALA("scala", "scala."),
  BRAVE("brave", "brave."),
  LOGBACK("logback", "ch.qos.logback."),
  LOG4J_1("log4j-1", "org.apache.log4j."),
  LOG4J_2("log4j-2", "org.apache.logging.log4j.");

  private final String label;
  private final String prefix;
  private final String secondPrefix;

  Library(String label, String prefix) {
    this(label, prefix, prefix);
  }

  /**
   * @param prefix of the names of its classes; of two libraries with a common prefix, the longer
   *     prefix comes first
   */
  Library(String label, String prefix, String secondPrefix) {
    this.label = label;
    this.prefix = prefix;
    this.secondPrefix = secondPrefix;
  }

  /** The library of a woven class. */
  static @Nullable Library of(String className) {
    for (Library library : values()) {
      if (className.startsWith(library.prefix) || className.startsWith(library.secondPrefix)) {
        return library;
      }
    }
    return null;
  }

  String label() {
    return label;
  }

  /** Whether it is part of the JDK, so that its version is Java's. */
  boolean isOfJdk() {
    return this == HTTPURLCONNECTION
        || this == JAVA_NET_HTTP
        || this == JDK_HTTPSERVER
        || this == JAVA_CONCURRENT;
  }

  /** Whether it sends or receives HTTP requests, and comes with the application. */
  boolean isForHttp() {
    return !isOfJdk()
        && !isForLogLines()
        && this != REACTOR_CORE
        && this != KOTLIN_COROUTINES
        && this != SCALA
        && this != BRAVE;
  }

  /** Whether it is woven for log lines only. */
  boolean isForLogLines() {
    return this == LOGBACK || this == LOG4J_1 || this == LOG4J_2;
  }
}
