package io.cioagent.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnknownSettingsTest {
  private static final Map<String, String> NOTHING = Collections.emptyMap();

  private static Settings ofArguments(String arguments) {
    return SettingsReader.read(arguments, NOTHING, NOTHING);
  }

  private static Settings ofProperty(String name, String value) {
    return SettingsReader.read(null, Collections.singletonMap(name, value), NOTHING);
  }

  private static Settings ofVariable(String name, String value) {
    return SettingsReader.read(null, NOTHING, Collections.singletonMap(name, value));
  }

  @Test
  void unknownKeysInEachSource(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("agent.properties");
    Files.write(
        file, "spans.recnet=1\ncustomerio.agent.spans.recnet=2\n".getBytes(StandardCharsets.UTF_8));
    Map<String, String> properties = new HashMap<>();
    properties.put("customerio.agent.promtheus.port", "1");
    properties.put("customerio.agentx.port", "1");
    properties.put("customerio.agent.config-file", file.toString());
    Map<String, String> variables = new HashMap<>();
    variables.put("CUSTOMERIO_AGENT_PROMETHEUS_PROT", "1");
    variables.put("CUSTOMERIO_AGENTS", "1");
    Settings settings = SettingsReader.read("Hosts=a,enabeld=false", properties, variables);
    assertThat(settings.warnings())
        .containsExactly(
            "agent argument Hosts='a' is not a known setting and is ignored; did you mean hosts?",
            "agent argument enabeld='false' is not a known setting and is ignored; did you mean"
                + " enabled?",
            "system property customerio.agent.promtheus.port='1' is not a known setting and is"
                + " ignored; did you mean customerio.agent.prometheus.port?",
            "environment variable CUSTOMERIO_AGENT_PROMETHEUS_PROT='1' is not a known setting and"
                + " is ignored; did you mean CUSTOMERIO_AGENT_PROMETHEUS_PORT?",
            file
                + ": customerio.agent.spans.recnet='2' is not a known setting and is ignored; did"
                + " you mean spans.recent?",
            file
                + ": spans.recnet='1' is not a known setting and is ignored; did you mean"
                + " spans.recent?");
  }

  @ParameterizedTest
  @CsvSource({
    "host,              hosts",
    "prometheus-port,   prometheus.port",
    "port,              ",
    "service.name,      service-name",
    "servicename,       service-name",
    "client.autodetect, client.auto-detect",
    "config.file,       config-file",
    "userid,            user-id",
    "recent.spans,      ",
    "xyz,               ",
    "client.method,     client.methods",
  })
  void nearestKey(String key, String nearest) {
    assertThat(ofArguments(key + "=1").warnings())
        .containsExactly(
            "agent argument "
                + key
                + "='1' is not a known setting and is ignored"
                + (nearest == null ? "" : "; did you mean " + nearest + "?"));
  }

  @Test
  void argumentsWithoutAName() {
    assertThat(ofArguments("debug,spans.recent=1,more,=x").warnings())
        .containsExactly(
            "agent argument='debug' is not NAME=VALUE and is ignored",
            "agent argument='more' is not NAME=VALUE and is ignored",
            "agent argument='=x' is not NAME=VALUE and is ignored");
  }

  @Test
  void unknownStandardSettingsInTheAgentsNamespace() {
    assertThat(ofArguments("otel.servcie.name=x").warnings())
        .containsExactly(
            "agent argument otel.servcie.name='x' is not a known setting and is ignored; did you"
                + " mean otel.service.name?");
    assertThat(ofVariable("CUSTOMERIO_AGENT_OTEL_SERVICENAME", "x").warnings())
        .containsExactly(
            "environment variable CUSTOMERIO_AGENT_OTEL_SERVICENAME='x' is not a known setting and"
                + " is ignored; did you mean CUSTOMERIO_AGENT_OTEL_SERVICE_NAME?");
  }

  @Test
  void unusableConfigFiles(@TempDir Path folder) throws IOException {
    String missing = folder.resolve("missing.properties").toString();
    assertThat(ofArguments("config-file=" + missing).warnings())
        .containsExactly(
            "agent argument config-file='" + missing + "' is ignored: the file does not exist");
    assertThat(ofArguments("config-file=" + folder).warnings())
        .containsExactly(
            "agent argument config-file='" + folder + "' is ignored: it is not a file");
    Path broken = folder.resolve("broken.properties");
    Files.write(broken, "a=\\u00zz".getBytes(StandardCharsets.UTF_8));
    assertThat(ofArguments("config-file=" + broken).warnings())
        .hasSize(1)
        .first()
        .asString()
        .startsWith(
            "agent argument config-file='" + broken + "' is ignored: it is not a valid properties");
    Path large = folder.resolve("large.properties");
    Files.write(large, new byte[(1 << 20) + 1]);
    assertThat(ofArguments("config-file=" + large).warnings())
        .containsExactly(
            "agent argument config-file='" + large + "' is ignored: it is larger than 1 MiB");
    Path nested = folder.resolve("nested.properties");
    Files.write(nested, "config-file=x".getBytes(StandardCharsets.UTF_8));
    assertThat(ofArguments("config-file=" + nested).warnings())
        .containsExactly(
            nested + ": config-file='x' is ignored: a properties file cannot name another");
  }

  @ParameterizedTest
  @ValueSource(strings = {"signing-kye", "signing-ke", "api.seecret", "API_TOKNE", "pasword"})
  void secretsOfMistypedNamesAreMasked(String key) {
    assertThat(ofArguments(key + "=whsec-invented").warnings())
        .singleElement()
        .asString()
        .contains(key + "='[REDACTED]'");
  }

  @Test
  void secretsAreMasked() {
    assertThat(ofProperty("customerio.agent.api-key", "abc").warnings().toString())
        .doesNotContain("abc")
        .contains("customerio.agent.api-key='[REDACTED]'");
    assertThat(ofVariable("CUSTOMERIO_AGENT_TOKEN", "abc").warnings().toString())
        .doesNotContain("abc");
    assertThat(ofArguments("auth=Basic c2l0ZTprZXk=,john@example.com").warnings().toString())
        .doesNotContain("c2l0ZTprZXk")
        .doesNotContain("john");
  }

  @Test
  void warningsAreSingleLinesOfBoundedLength() {
    char[] letters = new char[100_000];
    Arrays.fill(letters, 'a');
    String text = new String(letters);
    for (String arguments : Arrays.asList(text, text + "=1", "x=" + text, "user-id=a\nb" + text)) {
      assertThat(ofArguments(arguments).warnings())
          .hasSize(1)
          .allMatch(line -> line.length() < 600 && line.indexOf('\n') < 0);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=",
        ",",
        ",,,",
        "[",
        "]",
        "[[[",
        "hosts",
        "hosts=",
        "hosts=,",
        "hosts=[",
        "hosts=://",
        "client.methods=[",
        "client.methods=]",
        "client.methods=;;",
        "client.methods=a[",
        "\u0000=\u0000",
        "config-file=\u0000",
        "prometheus.port=-",
        "==",
        "a==b",
      })
  void malformedArgumentsDoNotThrow(String arguments) {
    assertThatCode(() -> ofArguments(arguments)).doesNotThrowAnyException();
  }

  @Test
  void nullKeysAndValuesAreAccepted() {
    Map<String, String> withNulls = new HashMap<>();
    withNulls.put(null, "x");
    withNulls.put("customerio.agent.hosts", null);
    withNulls.put("customerio.agent.", null);
    withNulls.put("CUSTOMERIO_AGENT_", null);
    assertThat(SettingsReader.read(null, withNulls, withNulls).warnings()).hasSize(2);
  }
}
