package io.cioagent.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class MaskedThrowableTest {
  /** Every method throws. */
  private static final class Hostile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @Override
    public String getMessage() {
      throw new IllegalStateException("no message");
    }

    @Override
    public StackTraceElement[] getStackTrace() {
      throw new StackOverflowError();
    }

    @Override
    public synchronized Throwable getCause() {
      throw new IllegalStateException("no cause");
    }
  }

  @Test
  void messagesAreMasked() {
    assertThat(MaskedThrowable.message(new IOException("no john@example.com")))
        .isEqualTo("no [REDACTED]");
    assertThat(MaskedThrowable.message(new IOException())).isNull();
    assertThat(MaskedThrowable.message(null)).isNull();
    assertThat(MaskedThrowable.message(new Hostile())).isNull();
  }

  @Test
  void stackTraceContainsTypesMessagesFramesAndCauses() {
    IOException cause = new IOException("https://h/a");
    String trace =
        MaskedThrowable.stackTrace(new IllegalStateException("for john@example.com", cause));
    assertThat(trace)
        .startsWith("java.lang.IllegalStateException: for [REDACTED]\n\tat " + getClass().getName())
        .contains("\nCaused by: java.io.IOException: https://h/[REDACTED]\n\tat ")
        .contains(" more\n")
        .doesNotContain("john");
  }

  @Test
  void nullAndThrowingExceptionsAreHandled() {
    assertThat(MaskedThrowable.stackTrace(null)).isNull();
    assertThat(MaskedThrowable.stackTrace(new Hostile())).isEqualTo(Hostile.class.getName() + "\n");
    assertThat(MaskedThrowable.stackTrace(new IOException("x", new Hostile())))
        .contains("Caused by: " + Hostile.class.getName());
  }

  @Test
  void cyclicCausesAreCut() {
    IOException first = new IOException("first");
    IOException second = new IOException("second", first);
    first.initCause(second);
    assertThat(MaskedThrowable.stackTrace(first).split("Caused by: ", -1)).hasSize(2);
  }

  @Test
  void stackTraceIsBounded() {
    Throwable chain = new IOException("innermost");
    for (int i = 0; i < 500; i++) {
      chain = new IOException("level " + i, chain);
    }
    assertThat(MaskedThrowable.stackTrace(chain)).hasSize(8192).endsWith("...");
  }
}
