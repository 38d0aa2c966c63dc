package io.cioagent.it.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.it.standin.Reply;
import io.cioagent.it.watch.CommandResult;
import io.cioagent.it.watch.Leaks;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Spring's WebClient: seen in Reactor Netty, Jetty and Apache HttpClient 5, and once. */
@Library("webclient")
class WebClientLibraryIT extends LibraryCases {

  private static final String CLIENT = "customerio.MonoCustomerIoClient";

  @ParameterizedTest
  @ValueSource(ints = {200, 429})
  void returnedMonoCountsWhenItCompletes(int status) {
    CountDownLatch released = new CountDownLatch(1);
    standIn().script(Reply.status(status).once(released));
    CommandResult seen = watch().call(CLIENT, "subscribed", Leaks.ID).answered("pending");
    standIn().awaitReceived(1);
    seen.operations();
    released.countDown();
    assertThat(jvm().ask("await")).isEqualTo("= " + status);
    seen.operations("identify " + (status == 200 ? "success" : "429"))
        .attempts(PUT + status)
        .spanCount(2);
  }

  @Test
  void blockedMonoIsOneOperation() {
    standIn().script(Reply.status(500));
    watch()
        .call(CLIENT, "waitedFor", Leaks.ID)
        .answered("500")
        .operations("identify 500")
        .attempts(PUT + "500")
        .spanCount(2);
  }

  @Test
  void unsubscribedMonoSendsNothing() {
    watch().call(CLIENT, "identify", Leaks.ID).nothing();
    assertThat(standIn().received()).isEmpty();
  }
}
