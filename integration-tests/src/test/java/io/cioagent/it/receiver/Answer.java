package io.cioagent.it.receiver;

/**
 * What came back.
 *
 * @param head the status line and the headers, each ended by a line feed
 */
record Answer(int status, String head, String body) {

  /** JBoss Threads runs a task from one of two lines, depending on when it arrives. */
  private static final String POOL_LINE = "(EnhancedQueueExecutor[.]java:)\\d+[)]";

  /** All that is the same in another run at another time. */
  String certain() {
    return head.replaceAll("(?im)^(date|expires): .*$", "$1: ?")
        + body.replaceAll(POOL_LINE, "$1?)");
  }

  /**
   * As {@link #certain} where the receiver leaves more unread than arrives at once: Jetty 12 closes
   * the connection if the rest is not there yet when the answer is out, and keeps it if it is.
   */
  String certainOfUnread() {
    return certain().replaceAll("(?im)^connection: close\\R", "");
  }
}
