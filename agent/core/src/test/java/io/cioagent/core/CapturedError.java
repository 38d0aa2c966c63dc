package io.cioagent.core;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.UnsupportedEncodingException;

/** Captures the agent's own log: slf4j-simple writes to standard error. */
public final class CapturedError implements AutoCloseable {
  private final PrintStream real = System.err;
  private final ByteArrayOutputStream captured = new ByteArrayOutputStream();

  public CapturedError() throws UnsupportedEncodingException {
    System.setErr(new PrintStream(captured, true, "UTF-8"));
  }

  public String text() {
    try {
      return captured.toString("UTF-8");
    } catch (UnsupportedEncodingException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    System.setErr(real);
  }
}
