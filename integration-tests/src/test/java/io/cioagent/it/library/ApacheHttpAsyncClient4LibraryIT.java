package io.cioagent.it.library;

import io.cioagent.it.standin.Reply;

/** Apache HttpAsyncClient 4. */
@Library("apachehttpasyncclient4")
class ApacheHttpAsyncClient4LibraryIT extends ApacheCases {

  /** It reads answers by itself, so that no other would hold the connection. */
  @Override
  Reply whileHeld() {
    return Reply.silence();
  }

  @Override
  String deafTunnel() {
    return "reset";
  }
}
