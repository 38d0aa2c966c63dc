package io.cioagent.it.library;

import io.cioagent.it.standin.Reply;
import org.junit.jupiter.api.Test;

/** Clients that ask again when a connection of their pool turns out to be dead. */
abstract class SilentRetryCases extends ApacheCases {

  @Test
  void deadPooledConnectionIsOneMoreAttempt() {
    region("sync").answered("200").operations("get_region success");
    standIn().script(Reply.bytes(""));
    region("sync")
        .answered("200")
        .operations("get_region success")
        .attempts(REGION + "200", REGION + "reset");
  }
}
