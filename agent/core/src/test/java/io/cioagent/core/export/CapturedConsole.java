package io.cioagent.core.export;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Captures the output of the console exporters, which do not use {@code System.err}. */
public final class CapturedConsole implements AutoCloseable {
  private final OutputStream real = Console.standardError;
  private final ByteArrayOutputStream captured = new ByteArrayOutputStream();

  private CapturedConsole() {}

  public static CapturedConsole start() {
    CapturedConsole console = new CapturedConsole();
    Console.standardError = console.captured;
    return console;
  }

  public String text() {
    return new String(captured.toByteArray(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    Console.standardError = real;
  }
}
