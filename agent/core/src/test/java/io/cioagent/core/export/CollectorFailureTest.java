package io.cioagent.core.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.core.CapturedError;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Collectors that reject exports, hang, cannot be reached, or are other servers. */
class CollectorFailureTest {
  private static final String SECRET = "invented-4711";

  @Test
  void exportToABusyCollectorIsRetried() throws IOException {
    try (Collector collector = new Collector();
        CapturedError error = new CapturedError()) {
      collector.answers.add(503);
      try (ExportPipeline pipeline = new ExportPipeline(collector.url())) {
        pipeline.span("again");
        pipeline.flush();
        assertThat(collector.spanNames()).containsExactly("again");
      }
      assertThat(ours(error)).isEmpty();
    }
  }

  @Test
  void rejectedExportIsReportedOnceWithoutSecrets() throws IOException {
    try (Collector collector = new Collector();
        CapturedError error = new CapturedError()) {
      try (ExportPipeline pipeline =
          new ExportPipeline(
              collector.url() + "/" + SECRET,
              "otel.metrics.exporter",
              "otlp",
              "otel.exporter.otlp.headers",
              "api-key=" + SECRET)) {
        for (int i = 0; i < 20; i++) {
          pipeline.span("refused");
          pipeline.counter.add(1);
          int pushed = collector.headers.size() + 2;
          while (collector.headers.size() < pushed) {
            // Several times, because the SDK may ignore a flush that directly follows another.
            collector.answers.add(401);
            collector.answers.add(401);
            pipeline.flush();
          }
        }
      }
      assertThat(collector.headers).hasSizeGreaterThanOrEqualTo(40);
      assertThat(ours(error))
          .singleElement()
          .asString()
          .contains("http://127.0.0.1:" + collector.port() + ": the server returned status 401")
          .contains("otel.exporter.otlp.headers")
          .doesNotContain(SECRET);
    }
  }

  @Test
  void unreachableCollectorIsReportedOnceAndReceivesSpansLater() throws IOException {
    int port = freePort();
    try (CapturedError error = new CapturedError();
        ExportPipeline pipeline =
            new ExportPipeline(
                "http://127.0.0.1:" + port,
                "otel.bsp.schedule.delay",
                "1",
                "otel.exporter.otlp.timeout",
                "20")) {
      for (int i = 0; i < 50; i++) {
        pipeline.span("lost");
        pipeline.flush();
      }
      try (Collector collector = new Collector(port)) {
        Collector.await(
            "a span that arrives",
            () -> {
              pipeline.span("late");
              return collector.spanNames().contains("late");
            });
      }
      assertThat(ours(error))
          .singleElement()
          .asString()
          .contains("http://127.0.0.1:" + port + ": Connection refused")
          .contains("otel.exporter.otlp.endpoint");
    }
  }

  @Test
  @SuppressWarnings("try") // closed early, so that the exporter need not wait for its timeout
  void hangingCollectorDoesNotBlockAndDroppedSpansAreCounted() throws IOException {
    // Accepts the connection into its backlog and never reads from it.
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        ExportPipeline pipeline =
            new ExportPipeline(
                "http://127.0.0.1:" + silent.getLocalPort(),
                "otel.bsp.max.queue.size",
                "10",
                "otel.bsp.max.export.batch.size",
                "10")) {
      assertThat(pipeline.countOf("spans")).isZero();
      long start = System.nanoTime();
      for (int i = 0; i < 1000; i++) {
        pipeline.span("many");
      }
      assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(5));
      assertThat(pipeline.countOf("spans")).isEqualTo(990);
      silent.close();
    }
  }

  @Test
  @SuppressWarnings("try") // as above
  void droppedLogRecordsAreCounted() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        ExportPipeline pipeline =
            new ExportPipeline(
                "http://127.0.0.1:" + silent.getLocalPort(),
                "otel.logs.exporter",
                "otlp",
                "otel.blrp.max.queue.size",
                "10",
                "otel.blrp.max.export.batch.size",
                "10")) {
      assertThat(pipeline.countOf("log_records")).isZero();
      for (int i = 0; i < 1000; i++) {
        pipeline.logger().logRecordBuilder().setBody("many").emit();
      }
      assertThat(pipeline.countOf("log_records")).isEqualTo(990);
      silent.close();
    }
  }

  @Test
  void connectionToACollectorThatNeverReadsIsClosed() throws IOException {
    try (CapturedError error = new CapturedError();
        ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        ExportPipeline pipeline =
            new ExportPipeline(
                "http://127.0.0.1:" + silent.getLocalPort(), "otel.exporter.otlp.timeout", "300")) {
      StringBuilder large = new StringBuilder();
      for (int i = 0; i < 1_000_000; i++) {
        large.append("0123456789");
      }
      // More than any socket buffer holds: the write itself hangs.
      pipeline.span(large.toString());
      assertThat(pipeline.flush()).isTrue();
      assertThat(ours(error)).singleElement().asString().contains("no response in time");
    }
  }

  @Test
  void warningNamesTheFailureBeforeTheAbortedRetry() throws IOException {
    try (CapturedError error = new CapturedError();
        ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread thread =
          new Thread(
              () -> {
                try (Socket socket = server.accept()) {
                  socket.getOutputStream().write("SSH-2.0\r\n".getBytes(StandardCharsets.UTF_8));
                } catch (IOException e) {
                  // The test is over.
                }
                // Retries stay in the backlog without an answer.
              });
      thread.setDaemon(true);
      thread.start();
      try (ExportPipeline pipeline =
          new ExportPipeline(
              "http://127.0.0.1:" + server.getLocalPort(), "otel.exporter.otlp.timeout", "1500")) {
        pipeline.span("x");
        pipeline.flush();
      }
      assertThat(ours(error)).singleElement().asString().doesNotContain("no response in time");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u0000\u0000\u0012\u0004\u0000\u0000\u0000\u0000\u0000", "SSH-2.0\r\n"})
  void nonHttpServersAreReported(String greeting) throws IOException {
    try (CapturedError error = new CapturedError();
        ServerSocket other = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread thread =
          new Thread(
              () -> {
                while (!other.isClosed()) {
                  try (Socket socket = other.accept()) {
                    socket
                        .getOutputStream()
                        .write((greeting + "\n").getBytes(StandardCharsets.UTF_8));
                  } catch (IOException e) {
                    // The client has closed the connection, or the test is over.
                  }
                }
              });
      thread.setDaemon(true);
      thread.start();
      try (ExportPipeline pipeline =
          new ExportPipeline(
              "http://127.0.0.1:" + other.getLocalPort(), "otel.exporter.otlp.timeout", "300")) {
        pipeline.span("x");
        pipeline.flush();
      }
      assertThat(ours(error)).hasSize(1);
    }
  }

  private static List<String> ours(CapturedError error) {
    List<String> lines = new ArrayList<>();
    for (String line : error.text().split("\n", -1)) {
      if (line.contains("Outages") || line.contains("Cannot export to")) {
        lines.add(line);
      }
    }
    return lines;
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }
}
