package io.cioagent.it.receiver;

import io.cioagent.it.library.LibraryRows;
import io.cioagent.it.library.LibraryVersion;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** JAX-RS by Jersey 2 and 3 on Tomcat and Grizzly: entities and {@code AsyncResponse}. */
@ParameterizedClass(name = "{1} on {0}")
@MethodSource("rows")
class JaxRsReceiverIT extends ReceiverCases {

  private static final Set<String> WAYS =
      Set.of("stream", "all", "reader", "async", "none", "continue", "throws");

  /** Tomcat's streams. */
  private static final Set<String> FLUSHING =
      Stream.concat(WAYS.stream(), Stream.of("flushes")).collect(Collectors.toUnmodifiableSet());

  static Stream<Arguments> rows() {
    return LibraryRows.lastOnEveryJdk(
        List.of(
            jersey("2.47", "9.0.123"),
            jersey("3.1.11", "10.1.59").release(11).jakarta(),
            grizzly("2.47"),
            grizzly("3.1.11").release(11).jakarta()));
  }

  private static LibraryVersion grizzly(String version) {
    return LibraryVersion.of(
            "jaxrsgrizzly",
            version,
            "JaxRsGrizzlyReceiverApp",
            WAYS,
            "org.glassfish.jersey.containers:jersey-container-grizzly2-http:" + version,
            "org.glassfish.jersey.inject:jersey-hk2:" + version)
        .sources("grizzly", "jaxrsresource", "jaxrsgrizzly")
        .options("-Djava.util.logging.config.file=/dev/null");
  }

  private static LibraryVersion jersey(String version, String tomcat) {
    return LibraryVersion.of(
            "jaxrsserver",
            version,
            "JaxRsReceiverApp",
            FLUSHING,
            "org.glassfish.jersey.containers:jersey-container-servlet:" + version,
            "org.glassfish.jersey.inject:jersey-hk2:" + version,
            "org.apache.tomcat.embed:tomcat-embed-core:" + tomcat)
        .sources("servlet", "tomcat", "jaxrsresource", "jaxrsserver")
        .options("-Djava.util.logging.config.file=/dev/null");
  }
}
