package io.cioagent.it.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Rows of the table whose library leaves the exchange to another one. */
final class OnTop {

  /** Standard error is the agent's. */
  private static final String SILENT = "org.slf4j:slf4j-nop:";

  private static final String SILENT_JUL = "-Djava.util.logging.config.file=/dev/null";

  private OnTop() {}

  static LibraryVersion feign(String version) {
    return feign(
            version,
            Set.of("sync", "apache4", "apache5", "jdk", "follow", "timeout"),
            "io.github.openfeign:feign-java11:" + version)
        .sources("feignapi", "feignclients", "feignjdk")
        .release(11);
  }

  /** Without the client that needs Java 11. */
  static LibraryVersion feignOfJava8(String version) {
    return feign(version, Set.of("sync", "apache4", "apache5", "follow", "timeout"))
        .sources("feignapi", "feignclients", "feignjava8");
  }

  private static LibraryVersion feign(String version, Set<String> ways, String... more) {
    String group = "io.github.openfeign:feign-";
    List<String> coordinates =
        new ArrayList<>(
            List.of(
                SILENT + "1.7.36",
                "org.slf4j:jcl-over-slf4j:1.7.36",
                group + "httpclient:" + version,
                group + "hc5:" + version));
    coordinates.addAll(List.of(more));
    return LibraryVersion.of(
            "feign-clients",
            version,
            "FeignClientsLibraryApp",
            ways,
            coordinates.toArray(String[]::new))
        .repeats("reset", "io");
  }

  static LibraryVersion restTemplate(String version) {
    return LibraryVersion.of(
            "resttemplate",
            version,
            "RestTemplateLibraryApp",
            Set.of(
                "sync",
                "apache",
                "okhttp",
                "async",
                "streamed",
                "proxy",
                "follow",
                "timeout",
                "start"),
            SILENT + "1.7.36",
            "org.slf4j:jcl-over-slf4j:1.7.36",
            "org.springframework:spring-web:" + version,
            "org.apache.httpcomponents:httpclient:4.5.14",
            "com.squareup.okhttp3:okhttp:3.14.9")
        .repeats("reset", "io");
  }

  static LibraryVersion restClient(String version, String apache, String jetty) {
    return LibraryVersion.of(
            "restclient",
            version,
            "RestClientLibraryApp",
            Set.of("sync", "template", "simple", "apache", "jetty", "follow", "timeout"),
            SILENT + "2.0.17",
            "org.springframework:spring-web:" + version,
            "org.apache.httpcomponents.client5:httpclient5:" + apache,
            "org.eclipse.jetty:jetty-client:" + jetty)
        .release(17)
        .repeats("dns", "connect");
  }

  /** On the HTTP clients of that time. */
  static LibraryVersion webClient(String version, String netty, String jetty, String apache) {
    return LibraryVersion.of(
            "webclient",
            version,
            "WebClientLibraryApp",
            Set.of("sync", "async", "jetty", "apache", "follow", "timeout", "start"),
            SILENT + "2.0.17",
            "org.springframework:spring-webflux:" + version,
            "org.springframework:spring-context:" + version,
            "io.projectreactor.netty:reactor-netty-http:" + netty,
            "org.eclipse.jetty:jetty-reactive-httpclient:" + jetty,
            "org.apache.httpcomponents.client5:httpclient5:" + apache,
            "org.apache.httpcomponents.core5:httpcore5-reactive:5.2.4")
        .options(NettyRows.QUIET_NETTY);
  }

  static LibraryVersion jersey(String version) {
    String group = "org.glassfish.jersey.";
    return LibraryVersion.of(
            "jersey",
            version,
            "JaxRsLibraryApp",
            Set.of("sync", "async", "rx", "apache4", "apache5", "follow", "timeout"),
            SILENT + "1.7.36",
            "org.slf4j:jcl-over-slf4j:1.7.36",
            group + "core:jersey-client:" + version,
            group + "inject:jersey-hk2:" + version,
            group + "connectors:jersey-apache-connector:" + version,
            group + "connectors:jersey-apache5-connector:" + version)
        .sources("jaxrs", "jersey")
        .options(SILENT_JUL)
        .repeats("reset", "io");
  }

  static LibraryVersion resteasy(String version) {
    return jaxRs(
            "resteasy",
            Set.of("sync", "async", "rx", "follow", "timeout"),
            version,
            "org.jboss.resteasy:resteasy-client:" + version)
        .options(SILENT_JUL, "-Dorg.jboss.logging.provider=jdk");
  }

  static LibraryVersion cxf(String version) {
    return jaxRs(
            "cxf",
            Set.of("sync", "async", "rx", "timeout"),
            version,
            "org.apache.cxf:cxf-rt-rs-client:" + version)
        .options(SILENT_JUL);
  }

  private static LibraryVersion jaxRs(
      String library, Set<String> ways, String version, String coordinates) {
    return LibraryVersion.of(
            library,
            version,
            "JaxRsLibraryApp",
            ways,
            SILENT + "1.7.36",
            "org.slf4j:jcl-over-slf4j:1.7.36",
            coordinates)
        .sources("jaxrs", library);
  }
}
