package io.cioagent.instrumentation;

import static io.cioagent.instrumentation.Mark.AFTER_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cioagent.instrumentation.opentelemetryapi.OpenTelemetryApiInstrumentation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WovenClassesGeneratorTest {

  private static final class Http extends LibraryInstrumentation {
    Http() {
      type("com.acme.Http", "com.acme.Http$Call");
      type("com.acme.Http")
          .optional(Signature.method("close"), Shape.before(Value.THIS), Fake.class);
      type(AFTER_CLIENT, "java.lang.Thread");
    }
  }

  private static final class OtherHttp extends LibraryInstrumentation {
    OtherHttp() {
      type("java.lang.Thread");
    }
  }

  private abstract static class Fake extends Adapter {
    Fake() {
      super(null);
    }
  }

  @Test
  void eachClassHasOneLineWithItsMarkAndItsInstrumentation() {
    String http = " = " + Http.class.getName();
    assertThat(
            WovenClassesGenerator.wovenClasses(
                Arrays.asList(new OpenTelemetryApiInstrumentation(null), new Http())))
        .containsExactly(
            "# Generated; do not edit",
            "com.acme.Http" + http,
            "com.acme.Http$Call" + http,
            "?io.opentelemetry.api.trace.SpanContextKey = "
                + OpenTelemetryApiInstrumentation.class.getName(),
            "+java.lang.Thread" + http);
  }

  @Test
  void classOfTwoInstrumentationsFailsTheBuild() {
    assertThatThrownBy(
            () -> WovenClassesGenerator.wovenClasses(Arrays.asList(new Http(), new OtherHttp())))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("+java.lang.Thread = ")
        .hasMessageContaining("OtherHttp");
    assertThat(WovenClassesGenerator.wovenClasses(Collections.singletonList(new OtherHttp())))
        .hasSize(2);
  }

  @Test
  void classesThatEveryApplicationLoadsAreNotWovenAsTheyLoad() throws IOException {
    assertThat(resource(WovenClassesGenerator.WOVEN_CLASSES))
        .hasSizeGreaterThan(150)
        .noneMatch(line -> line.startsWith("java."))
        .contains(
            "+java.lang.Thread = io.cioagent.instrumentation.handover.HandoverInstrumentation");
  }

  @Test
  void packagesWithAdaptersAreListedOnce() throws IOException {
    assertThat(resource(WovenClassesGenerator.ADAPTER_PACKAGES))
        .doesNotHaveDuplicates()
        .contains("client", "okhttp", "javanethttp", "reactor")
        .doesNotContain("instrumentation");
  }

  private static List<String> resource(String name) throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                WovenClassesGeneratorTest.class.getResourceAsStream("/" + name),
                StandardCharsets.UTF_8))) {
      return lines.lines().collect(Collectors.toList());
    }
  }
}
