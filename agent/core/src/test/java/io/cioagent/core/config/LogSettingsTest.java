package io.cioagent.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogSettingsTest {
  private static Settings of(String arguments) {
    return SettingsReader.read(arguments, Collections.emptyMap(), Collections.emptyMap());
  }

  @Test
  void defaults() {
    LogSettings log = of(null).log();
    assertThat(log.level()).isEqualTo(LogLevel.INFO);
    assertThat(log.output()).isEqualTo("stderr");
    assertThat(log.rateLimit()).isEqualTo(10);
    assertThat(log.piiFields()).containsExactly("email", "phone", "address", "ssn");
  }

  @Test
  void validValuesAreUsed(@TempDir Path folder) {
    Path file = folder.resolve("operations.log");
    Settings settings =
        of("log.level=ERROR,log.pii-fields=name, Street,log.rate-limit=0,log.output=" + file);
    assertThat(settings.warnings()).isEmpty();
    LogSettings log = settings.log();
    assertThat(log.level()).isEqualTo(LogLevel.ERROR);
    assertThat(log.output()).isEqualTo(file.toString());
    assertThat(log.rateLimit()).isZero();
    assertThat(log.piiFields()).containsExactly("name", "Street");
    assertThat(of("log.output=STDOUT").log().output()).isEqualTo("stdout");
  }

  @Test
  void fileInTheWorkingDirectory() {
    assertThat(of("log.output=operations.log").warnings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"verbose", "warning", "0"})
  void invalidLevelsAreReported(String value) {
    Settings settings = of("log.level=" + value);
    assertThat(settings.log().level()).isEqualTo(LogLevel.INFO);
    assertThat(settings.warnings())
        .containsExactly(
            "agent argument log.level='"
                + value
                + "' is not debug, info, warn, error or off; using info");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "10001", "many"})
  void invalidLimitsAreReported(String value) {
    Settings settings = of("log.rate-limit=" + value);
    assertThat(settings.log().rateLimit()).isEqualTo(10);
    assertThat(settings.warnings())
        .containsExactly(
            "agent argument log.rate-limit='"
                + value
                + "' is not a number from 0 to 10000; using 10");
  }

  @ParameterizedTest
  @CsvSource({"stdrr, stderr", "StdOt, stdout", "sterr, stderr"})
  void mistypedStreamsAreReported(String value, String meant) {
    Settings settings = of("log.output=" + value);
    assertThat(settings.log().output()).isEqualTo("stderr");
    assertThat(settings.warnings())
        .containsExactly(
            "agent argument log.output='"
                + value
                + "' is not stderr, stdout or a file path; did you mean "
                + meant
                + "?; using stderr");
  }

  @Test
  void unusableFilesAreReported(@TempDir Path folder) {
    Path nowhere = folder.resolve("none/operations.log");
    Settings settings = of("log.output=" + nowhere);
    assertThat(settings.log().output()).isEqualTo("stderr");
    assertThat(settings.warnings()).hasSize(1);
    assertThat(settings.warnings().get(0))
        .contains("log.output='" + nowhere + "'", "there is no directory", "using stderr");
    assertThat(of("log.output=" + folder).warnings()).hasSize(1);
  }

  @Test
  void mistypedNamesGetASuggestion() {
    assertThat(of("log.ratelimit=5").warnings())
        .containsExactly(
            "agent argument log.ratelimit='5' is not a known setting and is ignored; did you mean"
                + " log.rate-limit?");
  }
}
