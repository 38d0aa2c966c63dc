package io.cioagent.core.call;

/** Where a call is between its start and its end. */
enum CallState {
  /** The client method has not returned, or its asynchronous result has not completed. */
  RUNNING,
  /** The method is done, and an exchange is still open. */
  AWAITING_ANSWER,
  /** The method is done, no exchange is open, and work handed to other threads may follow. */
  SETTLING,
  /** The outcome is final. */
  OVER
}
