package io.cioagent.testapp.standin;

/** What the stand-in does with a request. */
public enum Answer {
  OK(200),
  BAD_REQUEST(400),
  UNAUTHORIZED(401),
  NOT_FOUND(404),
  TOO_MANY_REQUESTS(429),
  SERVER_ERROR(500),
  UNAVAILABLE(503),
  /** Does what was asked, but answers when the client has long given up. */
  TOO_LATE(200);

  private final int status;

  Answer(int status) {
    this.status = status;
  }

  int status() {
    return status;
  }

  /** How it is counted: by status, or as a timeout if it is late. */
  public String label() {
    return this == TOO_LATE ? "timeout" : String.valueOf(status);
  }
}
