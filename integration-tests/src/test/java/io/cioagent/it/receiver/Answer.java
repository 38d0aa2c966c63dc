package io.cioagent.it.receiver;

/**
 * What came back.
 *
 * @param head the status line and the headers, each ended by a line feed
 */
record Answer(int status, String head, String body) {

  /** All that is the same in another run at another time. */
  String certain() {
    return head.replaceAll("(?im)^(date|expires): .*$", "$1: ?") + body;
  }
}
