package io.cioagent.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.core.operation.ConfiguredMethod;
import io.cioagent.core.privacy.UserIdMode;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsWarningsTest {
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

  @ParameterizedTest
  @ValueSource(strings = {"yes", "1", "tru", "false false"})
  void invalidFlags(String value) {
    Settings settings = ofProperty("customerio.agent.client.auto-detect", value);
    assertThat(settings.clientAutoDetect()).isTrue();
    assertThat(settings.warnings())
        .containsExactly(
            "system property customerio.agent.client.auto-detect='"
                + value
                + "' is not true or false; using true");
  }

  @Test
  void invalidEnabledFallsBackToTheStandardSetting() {
    Settings settings =
        SettingsReader.read(
            "enabled=no", Collections.singletonMap("otel.sdk.disabled", "true"), NOTHING);
    assertThat(settings.enabled()).isFalse();
    assertThat(settings.warnings())
        .containsExactly("agent argument enabled='no' is not true or false; using false");
    assertThat(ofVariable("OTEL_SDK_DISABLED", "1").warnings())
        .containsExactly(
            "environment variable OTEL_SDK_DISABLED='1' is not true or false; using false");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-1",
        "65536",
        "x",
        "19474-19464",
        "1-",
        "-",
        "1-2-3",
        "1..2",
        "99999999999",
        "1,2"
      })
  void invalidPorts(String value) {
    Settings settings = ofVariable("CUSTOMERIO_AGENT_PROMETHEUS_PORT", value);
    assertThat(settings.prometheusPortFrom()).isEqualTo(19464);
    assertThat(settings.prometheusPortTo()).isEqualTo(19464);
    assertThat(settings.warnings())
        .containsExactly(
            "environment variable CUSTOMERIO_AGENT_PROMETHEUS_PORT='"
                + value
                + "' is not a port from 0 to 65535 or a range such as 19464-19474; using 19464");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "100001", "many", "1e3", "9999999999999"})
  void invalidSpanCounts(String value) {
    Settings settings = ofArguments("spans.recent=" + value);
    assertThat(settings.recentSpans()).isEqualTo(512);
    assertThat(settings.warnings())
        .containsExactly(
            "agent argument spans.recent='"
                + value
                + "' is not a number from 0 to 100000; using 512");
  }

  @Test
  void invalidUserIdMode() {
    Settings settings = ofArguments("user-id=md5");
    assertThat(settings.userIdMode()).isSameAs(UserIdMode.AUTO);
    assertThat(settings.warnings())
        .containsExactly(
            "agent argument user-id='md5' is not auto, plain, hash or none; using auto");
  }

  @Test
  void urlsAsHosts() {
    Settings settings =
        ofArguments("hosts=https://x.example/api,http://u:p@y.example:8080,z.example/a,ok");
    assertThat(settings.hosts()).containsExactly("x.example", "y.example:8080", "z.example", "ok");
    assertThat(settings.warnings())
        .containsExactly(
            "agent argument hosts='https://x.example/[REDACTED]' is not host or host:port but a"
                + " URL; using x.example; write hosts=x.example",
            "agent argument hosts='http://y.example:8080' is not host or host:port but a URL;"
                + " using y.example:8080; write hosts=y.example:8080",
            "agent argument hosts='z.example/a' is not host or host:port but a URL;"
                + " using z.example; write hosts=z.example");
  }

  @Test
  void invalidHosts() {
    Settings settings = ofArguments("hosts=*.customer.io,a b,x:y,https://,::1,ok:80");
    assertThat(settings.hosts()).containsExactly("ok:80");
    assertThat(settings.warnings())
        .containsExactly(
            "agent argument hosts='*.customer.io' is ignored: wildcards are not supported; list"
                + " each host",
            "agent argument hosts='a b' is ignored: it is not host or host:port",
            "agent argument hosts='x:y' is ignored: it is not host or host:port",
            "agent argument hosts='https://' is ignored: it is not host or host:port",
            "agent argument hosts='::1' is ignored: it is not host or host:port");
  }

  @Test
  void clientMethods() {
    Settings settings =
        ofArguments(
            "client.methods=com.acme.Crm;com.acme.Crm[a=idetify,b=track,fire,=x,c d=track,];"
                + "[a=track];com..Crm[a=track];com.acme.Open[a=track");
    assertThat(settings.clientMethods())
        .extracting(ConfiguredMethod::toString)
        .containsExactly("com.acme.Crm[b=track]");
    String place = "agent argument client.methods='";
    String form = "' is ignored: expected com.acme.Crm[method=operation]";
    assertThat(settings.warnings())
        .containsExactly(
            place + "com.acme.Crm" + form,
            place
                + "com.acme.Crm[a=idetify]' is ignored: unknown operation; did you mean"
                + " identify?",
            place + "com.acme.Crm[fire]' is ignored: unknown operation",
            place + "com.acme.Crm[=x]" + form,
            place + "com.acme.Crm[c d=track]" + form,
            place + "com.acme.Crm[]" + form,
            place + "[a=track]" + form,
            place + "com..Crm[a=track]" + form,
            place + "com.acme.Open[a=track" + form);
  }

  @Test
  void samplers() {
    Settings settings = ofProperty("otel.traces.sampler", "jaeger_remote");
    assertThat(settings.tracesSampler()).isEqualTo("parentbased_always_on");
    assertThat(settings.warnings())
        .containsExactly(
            "system property otel.traces.sampler='jaeger_remote' is not a supported sampler; using"
                + " parentbased_always_on");
    Map<String, String> variables = new HashMap<>();
    variables.put("OTEL_TRACES_SAMPLER", "traceidratio");
    for (String bad : Arrays.asList("1.5", "-0.1", "half", "NaN")) {
      variables.put("OTEL_TRACES_SAMPLER_ARG", bad);
      settings = SettingsReader.read(null, NOTHING, variables);
      assertThat(settings.tracesSamplerArg()).isNull();
      assertThat(settings.warnings())
          .containsExactly(
              "environment variable OTEL_TRACES_SAMPLER_ARG='"
                  + bad
                  + "' is not a number from 0 to 1; using 1.0");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "a=1,b", "=1", "a=%", "a=%4", "a=%zz", "a=%ff", "%20=%f"})
  void resourceAttributes(String value) {
    Settings settings = ofProperty("otel.resource.attributes", value);
    assertThat(settings.resourceAttributes()).isEmpty();
    assertThat(settings.warnings())
        .containsExactly(
            "system property otel.resource.attributes='"
                + value
                + "' is not a comma-separated list of percent-encoded name=value pairs; using none"
                + " of it");
  }
}
