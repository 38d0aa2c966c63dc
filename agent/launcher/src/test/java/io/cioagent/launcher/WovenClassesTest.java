package io.cioagent.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WovenClassesTest {

  @Test
  void linesNameAClassAndItsInstrumentation() {
    WovenClasses classes =
        WovenClasses.parse(
            "# a comment = none\n"
                + "\n"
                + "com.acme.Http = io.cioagent.instrumentation.acme.AcmeInstrumentation\n"
                + "com.acme.Http$Call=a.B\r\n"
                + "   com.acme.Padded   =   a.C   ");
    assertThat(classes.instrumentations())
        .containsOnly(
            entry("com/acme/Http", "io.cioagent.instrumentation.acme.AcmeInstrumentation"),
            entry("com/acme/Http$Call", "a.B"),
            entry("com/acme/Padded", "a.C"));
    assertThat(classes.contain("com/acme/Http")).isTrue();
    assertThat(classes.contain("com.acme.Http")).isFalse();
    assertThat(classes.contain("com/acme/Http2")).isFalse();
  }

  @Test
  void markedClassDoesNotWait() {
    WovenClasses classes = WovenClasses.parse("?com.acme.Span = a.B\ncom.acme.Http = a.C");
    assertThat(classes.instrumentations())
        .containsOnly(entry("com/acme/Span", "a.B"), entry("com/acme/Http", "a.C"));
    assertThat(classes.onlyNotice("com/acme/Span")).isTrue();
    assertThat(classes.onlyNotice("com/acme/Http")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "# com.acme.Http = a.B", "com.acme.Http", "= a.B"})
  void everythingElseNamesNone(String text) {
    assertThat(WovenClasses.parse(text).instrumentations()).isEmpty();
  }
}
