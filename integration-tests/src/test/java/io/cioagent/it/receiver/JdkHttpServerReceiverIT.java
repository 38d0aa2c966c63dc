package io.cioagent.it.receiver;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cioagent.it.library.LibraryRows;
import io.cioagent.it.library.LibraryVersion;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The JDK's own server, made in the first moments of {@code main}. */
@ParameterizedClass(name = "{1} on {0}")
@MethodSource("rows")
class JdkHttpServerReceiverIT extends ReceiverCases {

  private static final Set<String> WAYS =
      Set.of(
          "stream",
          "all",
          "single",
          "some",
          "none",
          "async",
          "wrapped",
          "copied",
          "continue",
          "throws",
          "early");

  static Stream<Arguments> rows() {
    return LibraryRows.lastOnEveryJdk(
        List.of(LibraryVersion.of("jdkhttpserver", "", "JdkHttpServerReceiverApp", WAYS)));
  }

  @Test
  void handlerThatThrowsWithoutAnAnswerIsAnError() {
    Event event = Event.delivered();
    CaseResult judged = receiver().begin();
    try (WebhookSender sender = receiver().connect()) {
      assertThatThrownBy(() -> sender.send(Post.webhook("/bare/stream/throws", event.body())))
          .hasMessageContaining("closed the connection");
      CaseResult.assertRead(receiver().observation(), event.body());
    }
    judged.counted(event.with("error handler_error"));
  }
}
