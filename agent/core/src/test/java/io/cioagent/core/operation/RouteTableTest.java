package io.cioagent.core.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.cioagent.core.operation.ReferenceTable.Row;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks every row of the table, because its operation names are labels in users' dashboards. */
class RouteTableTest {
  /** Reads of the App API that use POST. */
  private static final Set<String> POSTED_READS =
      new HashSet<>(Arrays.asList("/v1/customers", "/v1/customers/attributes", "/v1/objects"));

  static List<Row> rows() {
    return ReferenceTable.ROWS;
  }

  static List<Row> rowsOfResources() {
    return rows().stream()
        .filter(row -> row.operation.startsWith("app_"))
        .collect(Collectors.toList());
  }

  @Test
  void numberOfRowsOfEachApiMatchesTheReference() {
    Map<String, Integer> counts = new TreeMap<>();
    for (Row row : rows()) {
      counts.merge(row.group, 1, Integer::sum);
    }
    assertThat(counts)
        .containsOnly(
            entry("app", 187),
            entry("app_legacy", 1),
            entry("app_on_track_host", 4),
            entry("cdp", 9),
            entry("cdp_config", 1),
            entry("cdp_short", 8),
            entry("track_legacy", 1),
            entry("track_v1", 16),
            entry("track_v2", 2));
  }

  @ParameterizedTest
  @CsvSource({
    "track, GET,    /api/v1/accounts/region,                               get_region",
    "track, PUT,    /api/v1/customers/{identifier},                        identify",
    "track, DELETE, /api/v1/customers/{identifier},                        delete",
    "track, PUT,    /api/v1/customers/{identifier}/devices,                add_device",
    "track, DELETE, /api/v1/customers/{identifier}/devices/{device_id},    delete_device",
    "track, POST,   /api/v1/customers/{identifier}/events,                 track",
    "track, POST,   /api/v1/customers/{identifier}/suppress,               suppress",
    "track, POST,   /api/v1/customers/{identifier}/unsuppress,             unsuppress",
    "track, POST,   /api/v1/events,                                        track_anonymous",
    "track, POST,   /api/v1/merge_customers,                               merge",
    "track, POST,   /api/v1/metrics,                                       report_metric",
    "track, POST,   /api/v1/push/events,                                   report_push_metric",
    "track, POST,   /push/events,                                          report_push_metric",
    "track, POST,   /api/v1/forms/{form_id}/submit,                        submit_form",
    "track, POST,   /api/v1/segments/{segment_id}/add_customers,           segment_add",
    "track, POST,   /api/v1/segments/{segment_id}/remove_customers,        segment_remove",
    "track, POST,   /unsubscribe/{delivery_id},                            unsubscribe_delivery",
    "track, POST,   /api/v2/entity,                                        entity",
    "track, POST,   /api/v2/batch,                                         batch",
    "track, POST,   /v1/send/email,                                        send_email",
    "track, POST,   /v1/send/push,                                         send_push",
    "track, POST,   /v1/send/sms,                                          send_sms",
    "track, POST,   /v1/send/inbox_message,                                send_inbox_message",
    "app,   POST,   /v1/send/email,                                        send_email",
    "app,   POST,   /v1/send/push,                                         send_push",
    "app,   POST,   /v1/send/sms,                                          send_sms",
    "app,   POST,   /v1/send/whatsapp,                                     send_whatsapp",
    "app,   POST,   /v1/send/in_app,                                       send_in_app",
    "app,   POST,   /v1/send/inbox_message,                                send_inbox_message",
    "app,   POST,   /v1/campaigns/{broadcast_id}/triggers,                 trigger_broadcast",
    "app,   POST,   /v1/api/campaigns/{broadcast_id}/triggers,             trigger_broadcast",
    "app,   POST,   /v1/newsletters/{newsletter_id}/send,                  send_newsletter",
    "app,   POST,   /v1/newsletters/{newsletter_id}/schedule,              schedule_newsletter",
    "app,   POST,   /v1/live_notifications/start,                          live_notification_start",
    "app,   POST,   /v1/live_notifications/update,                         live_notification_update",
    "app,   POST,   /v1/live_notifications/end,                            live_notification_end",
    "cdp,   POST,   /v1/identify,                                          identify",
    "cdp,   POST,   /v1/i,                                                 identify",
    "cdp,   POST,   /v1/track,                                             track",
    "cdp,   POST,   /v1/t,                                                 track",
    "cdp,   POST,   /v1/page,                                              page",
    "cdp,   POST,   /v1/p,                                                 page",
    "cdp,   POST,   /v1/screen,                                            screen",
    "cdp,   POST,   /v1/s,                                                 screen",
    "cdp,   POST,   /v1/group,                                             group",
    "cdp,   POST,   /v1/g,                                                 group",
    "cdp,   POST,   /v1/alias,                                             alias",
    "cdp,   POST,   /v1/a,                                                 alias",
    "cdp,   POST,   /v1/batch,                                             batch",
    "cdp,   POST,   /v1/b,                                                 batch",
    "cdp,   POST,   /v1/import,                                            batch",
    "cdp,   POST,   /v1/import/,                                           batch",
    "cdp,   POST,   /v1/m,                                                 cdp_client_metrics",
    "cdp,   GET,    /v1/projects/{write_key}/settings,                     cdp_settings",
  })
  void rowsWithTheirOwnOperation(String hosts, String method, String template, String operation) {
    assertThat(rows())
        .filteredOn(row -> row.hosts().equals(hosts) && row.method.equals(method))
        .filteredOn(row -> row.template.equals(template))
        .extracting(row -> row.operation)
        .containsExactly(operation);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rowsOfResources")
  void remainingRowsReadOrWriteAResource(Row row) {
    boolean read =
        row.method.equals("GET")
            || (row.method.equals("POST") && POSTED_READS.contains(row.template));
    assertThat(row.group).isEqualTo("app");
    assertThat(row.operation)
        .isEqualTo("app_" + resource(row.template) + (read ? "_read" : "_write"));
  }

  private static String resource(String template) {
    String first = template.split("/", -1)[2];
    if (template.startsWith("/v1/campaigns/{broadcast_id}/triggers")) {
      // The path contains "campaigns", but the id is that of a broadcast.
      return "broadcasts";
    }
    if (first.startsWith("subscription_")) {
      return "subscription_center";
    }
    return first.equals("object_types")
        ? "objects"
        : first.equals("esp") ? "esp_suppression" : first;
  }

  @Test
  void identifiersAreNamedWholeSegments() {
    for (Row row : rows()) {
      assertThat(row.template).matches("(/([a-z0-9_]+|\\{[a-z_]+}))+/?");
    }
  }

  @Test
  void noRequestMatchesTwoRows() {
    Map<String, Row> rowsByRequest = new HashMap<>();
    for (Row row : rows()) {
      Row other = rowsByRequest.put(row.hosts() + ' ' + row.method + ' ' + row.path("{}"), row);
      assertThat(other).as("the same request as %s", row).isNull();
    }
  }

  /** A new row must be checked against the documentation, and then the checksum is updated. */
  @Test
  void checksumOfTheTableIsUnchanged() throws Exception {
    List<String> lines = new ArrayList<>();
    for (Row row : rows()) {
      lines.add(String.join("\t", row.group, row.method, row.template, row.operation));
    }
    lines.sort(null);
    byte[] text = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    StringBuilder digest = new StringBuilder();
    for (byte b : MessageDigest.getInstance("SHA-256").digest(text)) {
      digest.append(String.format("%02x", b));
    }
    assertThat(digest.toString())
        .isEqualTo("6212726f573ef9898907167e6d3eec4dde010043682519b0f59e7a77534a4638");
  }
}
