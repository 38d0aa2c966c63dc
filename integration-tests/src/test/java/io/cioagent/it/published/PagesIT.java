package io.cioagent.it.published;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.it.endpoint.Span;
import io.cioagent.it.harness.Build;
import io.cioagent.it.harness.BuildAndOldestJdk;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.harness.RunningJvm;
import io.cioagent.it.watch.Leaks;
import io.cioagent.it.watch.WatchedApplication;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages beside the metrics, and what is no page. */
@BuildAndOldestJdk
class PagesIT extends WatchedApplication {

  @Override
  protected RunningJvm start(Jvm jvm) {
    return jvm.agent("spans.recent=3")
        .classPath(Build.java8Apps())
        .start("io.cioagent.it.apps.ClientsApp", "nowhere");
  }

  @Test
  void healthyIsOneLine() {
    HttpResponse<byte[]> response = watch().endpoint().send("GET", "/-/healthy");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(new String(response.body(), UTF_8).lines()).hasSize(1);
  }

  @Test
  void healthyListsActiveFeatures() {
    watch()
        .call("customerio.Arguments", "track", Leaks.ID, "event", "a=b")
        .operations("track unknown");
    String line =
        new String(watch().endpoint().send("GET", "/-/healthy").body(), UTF_8).stripTrailing();
    assertThat(line)
        .startsWith("Customer.io agent ")
        .contains(
            " is up: metrics=http://localhost:" + watch().endpoint().port() + "/metrics ",
            " service=ClientsApp ",
            " spans.recent=3 ",
            " webhook.signatures=not-verified ",
            " errors=0")
        .containsPattern(" woven_classes=[1-9][0-9]* ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/favicon.ico",
        "/metrics/more",
        "/metricsandmore",
        "/spans/1",
        "/-/",
        "/%2e%2e/"
      })
  void anythingElseIsNotFound(String path) {
    HttpResponse<byte[]> response = watch().endpoint().send("GET", path);
    assertThat(response.statusCode()).as(path).isEqualTo(404);
    assertNoStackTrace(response);
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /metrics",
    "PUT, /metrics",
    "DELETE, /metrics",
    "POST, /spans",
    "DELETE, /-/healthy",
  })
  void otherMethodsAreNotAllowed(String method, String path) {
    HttpResponse<byte[]> response = watch().endpoint().send(method, path);
    assertThat(response.statusCode()).isEqualTo(405);
    assertNoStackTrace(response);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/metrics?name%5B%5D=x",
        "/metrics?name[]=",
        "/metrics?%%%",
        "//metrics",
        "*",
        "x"
      })
  void unusualRequestTargetsAreAnswered(String target) throws IOException {
    String answer = raw("GET " + target + " HTTP/1.1");
    assertThat(answer).doesNotContain("HTTP/1.1 5", "\tat ", "io.cioagent");
    assertThat(watch().endpoint().send("GET", "/-/healthy").statusCode()).isEqualTo(200);
  }

  @Test
  void newestSpansAreKeptTheNewestLast() {
    for (int i = 0; i < 5; i++) {
      watch()
          .call("customerio.Arguments", "track", Leaks.ID, "event" + i, "a=b")
          .operations("track unknown");
    }
    List<Span> spans = watch().endpoint().spans();
    assertThat(spans)
        .extracting(span -> span.attribute("customerio.event.name"))
        .containsExactly("event2", "event3", "event4");
    assertThat(spans)
        .allSatisfy(
            span -> {
              assertThat(span.traceId()).matches("[0-9a-f]{32}");
              assertThat(span.spanId()).matches("[0-9a-f]{16}");
              assertThat(span.endNanos()).isGreaterThanOrEqualTo(span.startNanos());
              assertThat(span.startNanos()).isPositive();
            });
  }

  @Test
  void spansAreJson() {
    HttpResponse<byte[]> response = watch().endpoint().send("GET", "/spans");
    assertThat(response.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/json");
  }

  /** What is answered to a request line that no client library would send. */
  private String raw(String requestLine) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), watch().endpoint().port())) {
      String request = requestLine + "\r\nHost: localhost\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(UTF_8));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }

  private static void assertNoStackTrace(HttpResponse<byte[]> response) {
    assertThat(new String(response.body(), UTF_8))
        .doesNotContain("\tat ", "Exception", "io.cioagent", "java.lang");
  }
}
