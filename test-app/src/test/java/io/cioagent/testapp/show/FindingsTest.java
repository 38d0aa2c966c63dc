package io.cioagent.testapp.show;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo is worth something only if it fails when the agent is wrong. */
class FindingsTest {

  private static final String RIGHT =
      String.join(
          "\n",
          requests("identify", "success", 5),
          requests("identify", "error", 2),
          requests("track", "success", 4),
          requests("track", "error", 1),
          requests("suppress", "error", 1),
          requests("add_device", "error", 1),
          errors("identify", "401", 1),
          errors("identify", "dns", 1),
          errors("track", "500", 1),
          errors("suppress", "503", 1),
          errors("add_device", "timeout", 1),
          attempts("http_response_status_code=\"200\"", 9),
          attempts("http_response_status_code=\"429\",error_type=\"429\"", 1),
          attempts("http_response_status_code=\"401\",error_type=\"401\"", 1),
          attempts("http_response_status_code=\"500\",error_type=\"500\"", 1),
          attempts("http_response_status_code=\"503\",error_type=\"503\"", 1),
          attempts("error_type=\"timeout\"", 1),
          attempts("error_type=\"dns\"", 1));

  @TempDir Path folder;

  private Report report;

  @BeforeEach
  void writeReport() throws IOException {
    String numbers =
        String.join(
            "\n",
            "reported.identify.ok=5",
            "reported.identify.failed=2",
            "reported.track.ok=4",
            "reported.track.failed=1",
            "reported.suppress.ok=1",
            "reported.add_device.failed=1",
            "answered.identify.200=5",
            "answered.identify.401=1",
            "answered.track.200=4",
            "answered.track.429=1",
            "answered.track.500=1",
            "answered.suppress.503=1",
            "answered.add_device.timeout=1");
    Path file = folder.resolve("report.properties");
    Files.write(file, numbers.getBytes(StandardCharsets.UTF_8));
    report = new Report(file);
  }

  @Test
  void nothingIsFoundWhereEverythingAgrees() {
    assertThat(findings(RIGHT)).isEmpty();
  }

  @Test
  void callCountedTwiceIsFound() {
    assertThat(
            findings(
                RIGHT.replace(requests("track", "success", 4), requests("track", "success", 8))))
        .containsExactly("the shop called track 5 times, the agent counts 9");
  }

  @Test
  void swallowedErrorThatTheAgentMissesIsFound() {
    String wrong =
        RIGHT
            .replace(requests("suppress", "error", 1), requests("suppress", "success", 1))
            .replace(errors("suppress", "503", 1), "");
    assertThat(findings(wrong)).singleElement().asString().contains("no error of type 503");
  }

  @Test
  void retryThatIsCountedAsAnErrorIsFound() {
    String wrong = RIGHT + "\n" + errors("track", "429", 1);
    assertThat(findings(wrong))
        .anySatisfy(finding -> assertThat(finding).contains("429 whose retry succeeded"))
        .anySatisfy(finding -> assertThat(finding).contains("track has 2 errors"));
  }

  @Test
  void attemptThatIsMissingIsFound() {
    String wrong = RIGHT.replace(attempts("error_type=\"timeout\"", 1), "");
    assertThat(findings(wrong)).singleElement().asString().contains("timeout=1");
  }

  @Test
  void latencyThatIsMissingIsFound() {
    String count = "customerio_api_latency_ms_count{operation=\"track\",status=\"error\"} 1";
    assertThat(RIGHT).contains(count);
    assertThat(findings(RIGHT.replace(count, "")))
        .singleElement()
        .asString()
        .contains("0 latencies");
  }

  @Test
  void emptyScrapeIsFound() {
    assertThat(findings("")).hasSizeGreaterThan(10);
  }

  @Test
  void customersAddressIsFoundInEverySpelling() {
    Findings findings = new Findings();
    findings.checkPrivacy("/spans", "userId 3f2a9c, url /api/v1/customers/{identifier}");
    assertThat(findings.list()).isEmpty();
    findings.checkPrivacy("/spans", "x ada.miller+1001@example.com");
    findings.checkPrivacy("/spans", "x ada.miller%2B1001%40example.com");
    findings.checkPrivacy("/spans", "+1 555 0100");
    assertThat(findings.list()).hasSize(3);
  }

  private List<String> findings(String text) {
    Findings findings = new Findings();
    Scrape scrape = new Scrape(text);
    findings.checkMetrics(scrape);
    findings.checkAgainst(report, scrape);
    return findings.list();
  }

  private static String requests(String operation, String status, int count) {
    String labels = "{operation=\"" + operation + "\",status=\"" + status + "\"} " + count;
    return "customerio_api_requests_total" + labels + "\ncustomerio_api_latency_ms_count" + labels;
  }

  private static String errors(String operation, String type, int count) {
    return "customerio_api_errors_total{operation=\""
        + operation
        + "\",error_type=\""
        + type
        + "\"} "
        + count;
  }

  private static String attempts(String labels, int count) {
    return "http_client_request_duration_seconds_count{" + labels + "} " + count;
  }
}
