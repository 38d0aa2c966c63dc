package io.cioagent.it.library;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.it.harness.Await;
import io.cioagent.it.standin.Hosts;
import io.cioagent.it.standin.Http2StandIn;
import io.cioagent.it.standin.ReceivedRequest;
import io.cioagent.it.standin.Reply;
import io.cioagent.it.watch.CommandResult;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What OkHttp has learned since 3.12: a limit for the whole call, HTTP/2 and web sockets. */
@Library("okhttp-latest")
class OkHttpLatestCasesIT extends LibraryApplication {

  private static final String PATH = "/api/v1/accounts/region";
  private static final String GET = "GET track.customer.io " + PATH + " ";

  @ParameterizedTest
  @ValueSource(strings = {"limited", "limited-later"})
  void callTimeoutIsAnError(String how) {
    standIn().script(Reply.silence());
    CommandResult seen = watch().ask(how, at(Hosts.TRACK, PATH));
    assertThat(seen.answer()).contains("java.io.InterruptedIOException: timeout");
    seen.operations("get_region timeout").attempts(GET + "timeout").spanCount(1);
    watch().ask(how, at(Hosts.TRACK, PATH)).operations("get_region success").spanCount(1);
  }

  @Test
  void requestThatWaitsForPermissionIsOneAttempt() {
    watch()
        .ask("expecting", at(Hosts.TRACK, CUSTOMER))
        .answered("http/1.1 200")
        .operations("identify success")
        .attempts(PUT + "200")
        .spanCount(1);
    assertThat(standIn().received()).hasSize(1);
    assertThat(standIn().received().get(0).body()).isEqualTo("{}");
  }

  @Test
  void copyOfACallIsAnotherOperation() {
    standIn().script(Reply.status(500));
    CommandResult seen = watch().ask("cloned", at(Hosts.TRACK, PATH)).answered("http/1.1 500");
    seen.operations("get_region 500", "get_region success")
        .attempts(GET + "200", GET + "500")
        .spanCount(2);
  }

  @Test
  void http2() {
    try (Http2StandIn server = Http2StandIn.tls(TRUSTED)) {
      for (int i = 0; i < 2; i++) {
        watch()
            .ask("put", server.at(Hosts.TRACK) + CUSTOMER)
            .answered("h2 200")
            .operations("identify success")
            .attempts(PUT + "200")
            .spanCount(1);
      }
      watch()
          .ask("put", server.at(Hosts.TRACK) + CUSTOMER + "?status=429")
          .answered("h2 429")
          .operations("identify 429")
          .attempts(PUT + "429");
    }
  }

  @Test
  void answerOfASendOverHttp2IsRead() {
    String deliveryId = Deliveries.newId();
    try (Http2StandIn server = Http2StandIn.tls(TRUSTED)) {
      watch()
          .ask("send", server.at(Hosts.APP) + "/v1/send/email?delivery=" + deliveryId)
          .answered("h2 200 {\"delivery_id\":")
          .operations("send_email success");
    }
    new Deliveries(watch(), jvm()).assertKnown(1, Deliveries.newId(), deliveryId);
  }

  @Test
  void connectionThatBreaksBeneathAnHttp2Stream() {
    try (Http2StandIn server = Http2StandIn.tls(TRUSTED)) {
      // Where it may try again, OkHttp 3.14 and 4.0 never stop.
      CommandResult seen =
          watch().ask("put-once", server.at(Hosts.TRACK) + CUSTOMER + "?break").threw("");
      seen.operations("identify reset").attempts(PUT + "reset").spanCount(1);
    }
  }

  @Test
  void cancelledHttp2Stream() {
    try (Http2StandIn server = Http2StandIn.tls(TRUSTED)) {
      CommandResult seen = watch().ask("start", server.at(Hosts.TRACK) + PATH + "?hold");
      Await.quietly(() -> server.received() == 1);
      assertThat(jvm().ask("cancel")).contains("Exception");
      seen.operations("get_region cancelled").attempts(GET + "cancelled").spanCount(1);
    }
  }

  @Test
  void callCancelledWhileItWaits() {
    standIn().script(Reply.silence());
    CommandResult seen = watch().ask("start", at(Hosts.TRACK, PATH));
    standIn().awaitReceived(1);
    assertThat(jvm().ask("cancel")).contains("Exception");
    seen.operations("get_region cancelled").attempts(GET + "cancelled").spanCount(1);
  }

  @Test
  void webSocketWorksUnchanged() {
    standIn().script(OkHttpLatestCasesIT::echo);
    watch().ask("web-socket", at(Hosts.OTHER, "/socket")).answered("hello").nothing();
    standIn().script(OkHttpLatestCasesIT::echo);
    watch()
        .ask("web-socket", at(Hosts.TRACK, "/socket"))
        .answered("hello")
        .operations("other success")
        .spanCount(1);
  }

  /** Upgrades, and sends the first short text back. */
  private static boolean echo(ReceivedRequest request, Socket connection) throws IOException {
    String accept = request.header("Sec-WebSocket-Key") + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    String head =
        "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
            + "Sec-WebSocket-Accept: "
            + Base64.getEncoder().encodeToString(sha1(accept))
            + "\r\n\r\n";
    connection.getOutputStream().write(head.getBytes(ISO_8859_1));
    InputStream in = connection.getInputStream();
    byte[] frame = in.readNBytes(2);
    byte[] mask = in.readNBytes(4);
    byte[] text = in.readNBytes(frame[1] & 0x7f);
    frame[1] = (byte) text.length;
    for (int i = 0; i < text.length; i++) {
      text[i] ^= mask[i % 4];
    }
    connection.getOutputStream().write(frame);
    connection.getOutputStream().write(text);
    // Until the client has said goodbye.
    in.readNBytes(8);
    return false;
  }

  private static byte[] sha1(String text) {
    try {
      return MessageDigest.getInstance("SHA-1").digest(text.getBytes(ISO_8859_1));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
