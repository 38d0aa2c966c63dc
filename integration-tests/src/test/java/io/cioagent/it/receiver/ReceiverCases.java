package io.cioagent.it.receiver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.it.harness.Jvm;
import io.cioagent.it.harness.RunningJvm;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The one list of cases for every server that receives webhooks. A class for each server names its
 * rows, and the ways in which their application receives; cases for other ways are skipped:
 *
 * <pre>{@code
 * @ParameterizedClass(name = "{1} on {0}")
 * @MethodSource("rows")
 * class SomeServerReceiverIT extends ReceiverCases {
 *   static Stream<Arguments> rows() {
 *     return LibraryRows.lastOnEveryJdk(List.of(LibraryVersion.of("folder", "1.0", "App", WAYS, ...)));
 *   }
 * }
 * }</pre>
 *
 * <p>Besides the ways of {@code Hook}, a row may say {@code continue} (answers {@code Expect:
 * 100-continue} once the body is wanted), {@code error}, {@code throws} (answered by 500), {@code
 * early}, and {@code flushes} where it fails to answer a sender that has gone, and takes that for
 * an error of its own.
 */
abstract class ReceiverCases extends AnsweringCases {

  private static final String KEY = "whsec-key-invented";

  @Test
  void signatureIsCheckedOverTheBytesRead() {
    Jvm jvm = prepared(Jvm.on(jdk())).setting("webhook.signing-key", KEY);
    jvm.setting("webhook.paths", "/mine/stream/200");
    try (RunningJvm running = jvm.agent().start(row().mainClass()).ready()) {
      ReceiverWatch signed = new ReceiverWatch(running);
      byte[] body = Event.delivered().body();
      send(signed, Post.plain("/other/stream/200", body)).counted();
      for (String way : readingWays()) {
        Event event = Event.delivered();
        send(signed, Post.signed("/hook/" + way + "/200", event.body(), KEY)).counted(event);
        Event large = Event.sized(300_000);
        send(signed, Post.signed("/hook/" + way + "/200", large.body(), KEY)).counted(large);
        send(signed, Post.signed("/hook/" + way + "/200", event.body(), "no-such-key"))
            .counted("error invalid_signature", "span unknown");
      }
      send(signed, Post.plain("/mine/stream/200", body))
          .counted("error missing_signature", "span unknown");
      signed.assertNothingLate();
    }
  }

  private static CaseResult send(ReceiverWatch receiver, Post post) {
    CaseResult judged = receiver.begin();
    try (WebhookSender sender = receiver.connect()) {
      assertThat(sender.send(post).status()).isEqualTo(200);
      CaseResult.assertRead(receiver.observation(), post.body());
    }
    return judged;
  }

  @Test
  void agentChangesNothing() {
    List<String> without = run(prepared(Jvm.on(jdk())));
    List<String> with = run(prepared(Jvm.on(jdk())).agent());
    for (int i = 0; i < Math.min(with.size(), without.size()); i++) {
      assertThat(with.get(i)).as("line %d of what was seen", i).isEqualTo(without.get(i));
    }
    assertThat(with).isEqualTo(without);
    assertThat(String.join("\n", with)).contains(" 200", " 401");
  }

  /** Every request and its outcome. */
  private List<String> run(Jvm jvm) {
    List<String> seen = new ArrayList<>();
    try (RunningJvm running = jvm.start(row().mainClass()).ready()) {
      int port = ReceiverWatch.port(running);
      for (Post post : script()) {
        try (WebhookSender sender = new WebhookSender(port)) {
          Answer answer = sender.send(post);
          boolean unread = post.path().matches("/hook/(none|.*some)/500");
          seen.add(post + " -> " + (unread ? answer.certainOfUnread() : answer.certain()));
        }
        seen.add(running.ask("observation"));
      }
      try (WebhookSender sender = new WebhookSender(port)) {
        for (Post post : script().subList(0, 4)) {
          seen.add(post + " once more -> " + sender.send(post).certain());
          seen.add(running.ask("observation"));
        }
      }
      assertThat(running.finish()).isZero();
    }
    return seen;
  }

  private List<Post> script() {
    byte[] body = Event.numbered(0, "email", "sent", "").body();
    byte[] large = Event.numbered(0, "email", "sent", ", \"x\": \"" + "x".repeat(70_000)).body();
    byte[] form = "a=b%20c&d=%C3%A9&a=2&e".getBytes(UTF_8);
    List<Post> script = new ArrayList<>();
    for (String way : readingWays()) {
      String path = "/hook/" + way + "/200";
      script.add(Post.webhook(path, body));
      script.add(Post.plain(path, body));
      script.add(Post.webhook(path, large));
      script.add(Post.webhook(path, body).chunked(50));
      script.add(Post.webhook(path, body).header("Content-Type: text/plain;charset=utf-8"));
      script.add(Post.webhook(path + "?q=1&r=%2F;s", new byte[0]));
      script.add(Post.webhook(path, body).method("GET"));
      script.add(Post.webhook("/hook/" + way + "/401", body));
    }
    for (String way : List.of("some", "none", "nonblocking-some")) {
      if (row().can(way)) {
        script.add(Post.webhook("/hook/" + way + "/200", body));
        script.add(Post.webhook("/hook/" + way + "/500", large));
      }
    }
    if (row().can("parameters")) {
      Post post = Post.webhook("/hook/parameters/200?d=first&z", form);
      script.add(post);
      script.add(post.header("Content-Type: application/x-www-form-urlencoded"));
      script.add(
          post.header("Content-Type: application/x-www-form-urlencoded; charset=utf-8").chunked(3));
    }
    if (row().can("parts")) {
      String parts = "--c\r\nContent-Disposition: form-data; name=\"one\"\r\n\r\n1\r\n--c--\r\n";
      script.add(
          Post.webhook("/hook/parts/200", parts.getBytes(UTF_8))
              .header("Content-Type: multipart/form-data; boundary=c"));
    }
    if (row().can("error")) {
      script.add(Post.webhook("/hook/stream/error-404", body));
    }
    if (row().can("throws")) {
      script.add(Post.webhook("/hook/stream/throws", body));
    }
    if (row().can("early")) {
      script.add(Post.webhook("/hook/stream/early", body));
    }
    if (row().can("async-timeout")) {
      script.add(Post.webhook("/hook/async-timeout/200", body));
    }
    return script;
  }
}
