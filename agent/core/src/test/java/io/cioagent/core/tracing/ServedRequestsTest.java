package io.cioagent.core.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServedRequestsTest {
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final String SPAN = "b7ad6b7169203331";
  private static final HeaderReader READER =
      (request, name) -> ((Map<?, ?>) request).get(name) + "";

  private final ApplicationTraces traces = new ApplicationTraces();
  private final ServedRequests requests = traces.requests();

  @AfterEach
  void noRequestIsLeftOnTheThread() {
    requests.end();
    assertThat(traces.current()).isNull();
  }

  private void begin(String header) {
    requests.begin(Collections.singletonMap("traceparent", header), READER);
  }

  @ParameterizedTest
  @CsvSource({"00, true, 01", "00, false, 00", "00, true, 03", "cc, true, 01"})
  void spanOfTheCallerIsCurrent(String version, boolean sampled, String flags) {
    begin(version + "-" + TRACE + "-" + SPAN + "-" + flags);
    TraceParent parent = traces.current();
    assertThat(parent.traceId()).isEqualTo(TRACE);
    assertThat(parent.spanId()).isEqualTo(SPAN);
    assertThat(parent.isSampled()).isEqualTo(sampled);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
        "00-00000000000000000000000000000000-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
        "00-0AF7651916CD43DD8448EB211C80319C-B7AD6B7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-more",
        "00-0af7651916cd43dd8448eb211c80319-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c8031\u00e9c-b7ad6b7169203331-01",
        "0-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
      })
  void invalidTraceparentIsIgnored(String header) {
    begin(header);
    assertThat(traces.current()).isNull();
  }

  @Test
  void tracerTakesPrecedence() {
    TraceParent own = new TraceParent(TRACE, "2222222222222222", true);
    TraceParent[] current = {own};
    TraceSource tracer = () -> current[0];
    traces.add(tracer);
    begin("00-" + TRACE + "-" + SPAN + "-01");
    assertThat(traces.current()).isSameAs(own);
    current[0] = null;
    assertThat(tracer.current()).isNull();
    assertThat(traces.current().spanId()).isEqualTo(SPAN);
  }

  @Test
  void exceptionOfAReaderMeansNoParent() {
    requests.begin(
        "request",
        (request, name) -> {
          throw new IllegalStateException();
        });
    assertThat(traces.current()).isNull();
  }

  @Test
  void nestedRequestsOnOneThread() {
    Map<String, String> outer =
        Collections.singletonMap("traceparent", "00-" + TRACE + "-" + SPAN + "-01");
    requests.begin(outer, READER);
    requests.begin(outer, READER);
    begin("none");
    assertThat(traces.current()).isNull();
    requests.end();
    assertThat(traces.current()).isNotNull();
    requests.end();
    assertThat(traces.current()).isNotNull();
    requests.end();
    assertThat(traces.current()).isNull();
    requests.end();
  }
}
