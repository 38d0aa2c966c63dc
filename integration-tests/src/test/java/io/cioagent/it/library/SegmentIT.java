package io.cioagent.it.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.it.standin.Hosts;
import io.cioagent.it.standin.ReceivedRequest;
import io.cioagent.it.standin.Reply;
import io.cioagent.it.watch.Leaks;
import org.junit.jupiter.api.Test;

/** The client that JVM services use for Pipelines: batches, sent from a thread of its own. */
@Library("segment")
class SegmentIT extends LibraryApplication {

  @Override
  String[] arguments() {
    return new String[] {standIn().at(Hosts.PIPELINES)};
  }

  private String attempt() {
    String path = row().version().startsWith("2.") ? "/v1/import" : "/v1/import/";
    return "POST cdp.customer.io " + path + " ";
  }

  @Test
  void batchOfAnySizeIsOneOperation() {
    for (int messages : new int[] {1, 5}) {
      watch()
          .ask("send", "" + messages)
          .answered("sent" + " sent".repeat(messages - 1))
          .operations("batch success")
          .attempts(attempt() + "200")
          .spanCount(1);
    }
    assertThat(standIn().received()).hasSize(2);
    assertThat(standIn().received().get(1).body()).contains(Leaks.EMAIL);
  }

  @Test
  void permanentlyRefusedBatchIsAnError() {
    standIn().script(Reply.status(400));
    watch()
        .ask("send", "2")
        .answered("failed failed")
        .operations("batch 400")
        .attempts(attempt() + "400")
        .spanCount(1);
  }

  /** The credentials stand in a header or in the body; no other output contains them. */
  @Test
  void writeKeyIsSent() {
    watch().ask("send", "1").answered("sent").operations("batch success");
    ReceivedRequest received = standIn().received().get(0);
    String sent = received.header("Authorization") + received.body();
    assertThat(sent).containsAnyOf("key-invented", "a2V5LWludmVudGVk");
  }
}
