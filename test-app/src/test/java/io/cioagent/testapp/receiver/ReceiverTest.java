package io.cioagent.testapp.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Signed with the key "k" at the time 0; the signatures were computed by other means. */
class ReceiverTest {

  private static final String EVENT =
      "{\"event_id\":\"01A\",\"object_type\":\"email\",\"metric\":\"sent\"}";
  private static final String EVENT_SIGNATURE =
      "275181462115e953da02a55daa59606dd4698287ad706363329d5e0904fe3504";
  private static final String ACTION = "{\"text\":\"your tea is ready\"}";
  private static final String ACTION_SIGNATURE =
      "8703f34c5da030d1919885fcc2b3551241178d79eeb189c401e6167489f3dbe3";
  private static final String BROKEN = "{\"event_id\":\"01A\",\"obj";
  private static final String BROKEN_SIGNATURE =
      "cb5e7c07c4c531c9fbedb73f6559027ec81b10d433fa9c814069b79ac70698a0";

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private Receiver receiver;

  @BeforeEach
  void start() throws IOException {
    receiver = new Receiver("k", 1, false, new PrintStream(printed, true));
  }

  @AfterEach
  void stop() throws IOException {
    receiver.close();
  }

  @Test
  void eventIsAccepted() throws IOException {
    assertThat(post(EVENT, EVENT_SIGNATURE)).isEqualTo(200);
    assertThat(receiver.log().events()).containsOnlyKeys("email_sent").containsValue(1);
    assertThat(receiver.log().byOutcome()).containsEntry(Outcome.ACCEPTED, 1);
    assertThat(printed.size()).isZero();
  }

  @Test
  void campaignActionIsAccepted() throws IOException {
    assertThat(post(ACTION, ACTION_SIGNATURE)).isEqualTo(200);
    assertThat(receiver.log().events()).isEmpty();
    assertThat(receiver.log().byOutcome()).containsEntry(Outcome.NO_EVENT, 1);
  }

  @Test
  void wronglySignedRequestIsRejected() throws IOException {
    assertThat(post(EVENT, ACTION_SIGNATURE)).isEqualTo(401);
    assertThat(post(EVENT, null)).isEqualTo(401);
    assertThat(receiver.log().events()).isEmpty();
    assertThat(receiver.log().byOutcome())
        .containsEntry(Outcome.BADLY_SIGNED, 1)
        .containsEntry(Outcome.UNSIGNED, 1);
  }

  @Test
  void refusesBrokenJson() throws IOException {
    assertThat(post(BROKEN, BROKEN_SIGNATURE)).isEqualTo(400);
    assertThat(receiver.log().byOutcome()).containsEntry(Outcome.NOT_JSON, 1);
  }

  @Test
  void receiverFailsAtTimes() throws IOException {
    StringBuilder answers = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      answers.append(post(EVENT, EVENT_SIGNATURE)).append(' ');
    }
    assertThat(answers.toString().trim())
        .isEqualTo("200 200 200 200 500 200 200 200 200 200 200 500");
    assertThat(receiver.log().byOutcome())
        .containsEntry(Outcome.ACCEPTED, 9)
        .containsEntry(Outcome.THREW, 1)
        .containsEntry(Outcome.TOO_SLOW, 1)
        .containsEntry(Outcome.GAVE_UP, 1);
    assertThat(receiver.log().events()).containsEntry("email_sent", 10);
  }

  private int post(String body, String signature) throws IOException {
    URL url = new URL("http://127.0.0.1:" + receiver.port() + Receiver.PATH);
    HttpURLConnection connection = (HttpURLConnection) url.openConnection();
    connection.setDoOutput(true);
    connection.setRequestProperty("X-CIO-Timestamp", "0");
    if (signature != null) {
      connection.setRequestProperty("X-CIO-Signature", signature);
    }
    try (OutputStream out = connection.getOutputStream()) {
      out.write(body.getBytes(StandardCharsets.UTF_8));
    }
    return connection.getResponseCode();
  }
}
