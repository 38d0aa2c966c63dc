package io.cioagent.it.receiver;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cioagent.it.library.LibraryRows;
import io.cioagent.it.library.LibraryVersion;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Spring MVC 5 to 7 on the Tomcat of its time: {@code @RequestBody} and {@code DeferredResult}. */
@ParameterizedClass(name = "{1} on {0}")
@MethodSource("rows")
class SpringMvcReceiverIT extends ReceiverCases {

  private static final Set<String> WAYS =
      Set.of(
          "stream", "all", "reader", "async", "parameters", "none", "continue", "error", "throws");

  static Stream<Arguments> rows() {
    return LibraryRows.lastOnEveryJdk(
        List.of(spring("5.3.39", "9.0.123"), spring("7.0.10", "11.0.27").release(17).jakarta()));
  }

  private static LibraryVersion spring(String version, String tomcat) {
    return LibraryVersion.of(
            "springmvc",
            version,
            "SpringMvcReceiverApp",
            WAYS,
            "org.springframework:spring-webmvc:" + version,
            version.startsWith("7.")
                ? "tools.jackson.core:jackson-databind:3.0.0"
                : "com.fasterxml.jackson.core:jackson-databind:2.18.2",
            "org.apache.tomcat.embed:tomcat-embed-core:" + tomcat)
        .sources("servlet", "tomcat", "springmvc")
        .options("-Djava.util.logging.config.file=/dev/null");
  }

  @Test
  void eventThatIsReadAsAMapIsCounted() {
    Event event = Event.delivered();
    answered(200, Post.webhook("/hook/map/200", event.body())).counted(event);
  }

  @Test
  void bodyThatSpringCannotReadIsMalformed() {
    answered(400, Post.webhook("/hook/map/200", "{\"event_id\"".getBytes(UTF_8)))
        .counted(unknownWith("error malformed"));
  }
}
