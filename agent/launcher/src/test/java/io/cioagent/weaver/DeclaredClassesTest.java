package io.cioagent.weaver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.cioagent.core.config.SettingsReader;
import io.cioagent.core.observe.Observer;
import io.cioagent.core.operation.Hosts;
import io.cioagent.core.operation.Routes;
import io.cioagent.core.webhook.WebhookRules;
import io.cioagent.instrumentation.Instrumentation;
import io.cioagent.instrumentation.LibraryInstrumentation;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The list of woven classes, which start-up reads, agrees with what instrumentations weave. */
class DeclaredClassesTest {
  private static final List<String> NOTICED_BY_THE_WEAVER =
      Arrays.asList("sun.net.httpserver.HttpServerImpl", "sun.net.httpserver.HttpsServerImpl");

  static Stream<Arguments> instrumentations() throws IOException {
    Map<String, Set<String>> listed = new TreeMap<>();
    Properties lines = new Properties();
    try (InputStream in =
        Weaver.class.getResourceAsStream("/META-INF/customerio-agent/woven-classes")) {
      lines.load(in);
    }
    lines.forEach(
        (type, instrumentation) ->
            listed
                .computeIfAbsent(instrumentation.toString(), name -> new TreeSet<>())
                .add(type.toString().replaceFirst("^[+*?]", "")));
    return listed.entrySet().stream().map(each -> arguments(each.getKey(), each.getValue()));
  }

  @ParameterizedTest
  @MethodSource("instrumentations")
  void eachClassIsListedAndDeclared(String name, Set<String> listed) {
    Instrumentation instrumentation = instrumentation(name);
    if (instrumentation instanceof LibraryInstrumentation) {
      Set<String> expected = new TreeSet<>(listed);
      expected.removeAll(NOTICED_BY_THE_WEAVER);
      assertThat(((LibraryInstrumentation) instrumentation).types())
          .containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  private static Instrumentation instrumentation(String name) {
    Hosts hosts = new Hosts(Collections.emptyList());
    Observer observer =
        new Observer(hosts, Routes.load(hosts), new RecordingListener(), WebhookRules.DEFAULT);
    Map<String, String> names = new HashMap<>();
    names.put("any", name);
    return new Weaver(names, SettingsReader.read(null, null, null), observer)
        .libraryInstrumentation("any");
  }
}
