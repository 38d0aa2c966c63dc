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

/** Servlets in Grizzly's own container, which is not GlassFish's. */
@ParameterizedClass(name = "{1} on {0}")
@MethodSource("rows")
class GrizzlyServletReceiverIT extends ReceiverCases {

  /** Its streams do not notify a listener of bytes that arrive together with the head. */
  private static final Set<String> WAYS =
      ServletWays.ALL.stream()
          .filter(way -> !way.startsWith("nonblocking") && !way.equals("parts"))
          .collect(Collectors.toUnmodifiableSet());

  static Stream<Arguments> rows() {
    return LibraryRows.lastOnEveryJdk(
        List.of(
            grizzly("2.4.4", "javax.servlet:javax.servlet-api:4.0.1"),
            grizzly("4.0.2", "jakarta.servlet:jakarta.servlet-api:6.0.0").release(11).jakarta()));
  }

  private static LibraryVersion grizzly(String version, String api) {
    return LibraryVersion.of(
            "grizzlyservlet",
            version,
            "GrizzlyServletReceiverApp",
            WAYS,
            api,
            "org.glassfish.grizzly:grizzly-http-servlet:" + version)
        .sources("servlet", "grizzly", "grizzlyservlet")
        .options(GrizzlyReceiverIT.SILENT);
  }

  /** A dispatch runs on a pool of the container's own, which no server's request leads to. */
  @Override
  protected Stream<String> servedWays() {
    return super.servedWays().filter(way -> !way.equals("dispatch"));
  }
}
