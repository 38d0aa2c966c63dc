package io.cioagent.instrumentation.httpurlconnection;

import static java.util.Collections.singletonList;
import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.core.observe.Recorder;
import io.cioagent.instrumentation.PlatformClass;
import org.junit.jupiter.api.Test;

/** Against the classes of the running JDK: one that renames something fails the build. */
class HttpUrlConnectionInstrumentationTest {
  private final HttpUrlConnectionInstrumentation instrumentation =
      new HttpUrlConnectionInstrumentation(new Recorder().observer());

  @Test
  void eachPointcutIsOneMethodOfTheConnection() {
    assertThat(
            PlatformClass.wovenMethods(
                instrumentation, "sun.net.www.protocol.http.HttpURLConnection"))
        .containsExactly(
            singletonList("connect"),
            singletonList("getOutputStream"),
            singletonList("getInputStream"),
            singletonList("getInputStream"),
            singletonList("writeRequests"),
            singletonList("followRedirect"),
            singletonList("disconnectInternal"),
            singletonList("disconnectWeb"));
  }

  @Test
  void onlyConnectIsOverriddenForHttps() {
    assertThat(
            PlatformClass.wovenMethods(
                instrumentation, "sun.net.www.protocol.https.AbstractDelegateHttpsURLConnection"))
        .containsExactly(singletonList("connect"));
    assertThat(
            PlatformClass.named("sun.net.www.protocol.https.AbstractDelegateHttpsURLConnection")
                .superclassName())
        .isEqualTo("sun.net.www.protocol.http.HttpURLConnection");
  }

  @Test
  void requestsAreRepeatedWhileAnswerIsRead() {
    assertThat(PlatformClass.wovenMethods(instrumentation, "sun.net.www.http.HttpClient"))
        .containsExactly(singletonList("parseHTTP"), singletonList("parseHTTPHeader"));
  }

  @Test
  void eachPointcutIsOneMethodOfTheStream() {
    assertThat(
            PlatformClass.wovenMethods(
                instrumentation, "sun.net.www.protocol.http.HttpURLConnection$HttpInputStream"))
        .containsExactly(
            singletonList("read"),
            singletonList("mark"),
            singletonList("reset"),
            singletonList("close"));
  }

  @Test
  void eachPointcutIsOneMethodOfClassThatRepeatsRequests() {
    assertThat(PlatformClass.wovenMethods(instrumentation, "sun.net.www.http.HttpClient"))
        .containsExactly(singletonList("parseHTTP"), singletonList("parseHTTPHeader"));
  }

  @Test
  void fieldThatAdviceReadsExists() {
    assertThat(PlatformClass.hasField("java.net.HttpURLConnection", "responseCode")).isTrue();
    assertThat(PlatformClass.hasField("sun.net.www.http.HttpClient", "requests")).isTrue();
  }
}
