package io.cioagent.core.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.core.call.ErrorType.Kind;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class LibraryErrorsTest {

  private static class PoolException extends IllegalStateException {}

  private static final class PoolClosedException extends PoolException {}

  private static final class AbortException extends IOException {
    AbortException(String message) {
      super(message);
    }
  }

  @Test
  void registeredClassAndItsSubclassesHaveTheRegisteredType() {
    assertThat(ErrorType.of(new PoolClosedException())).isEqualTo("unknown");

    LibraryErrors.add(Kind.RESET, PoolException.class.getName());

    assertThat(ErrorType.of(new PoolException())).isEqualTo("reset");
    assertThat(ErrorType.of(new PoolClosedException())).isEqualTo("reset");
    assertThat(ErrorType.of(new ExecutionException(new PoolException()))).isEqualTo("reset");
    assertThat(ErrorType.of(new IllegalStateException())).isEqualTo("unknown");
  }

  @Test
  void messageTakesPrecedenceOverItsClass() {
    LibraryErrors.add(Kind.TIMEOUT, AbortException.class.getName());
    LibraryErrors.addMessages(Kind.CANCELLED, AbortException.class.getName(), "stopped", "ended");

    assertThat(ErrorType.of(new AbortException("stopped"))).isEqualTo("cancelled");
    assertThat(ErrorType.of(new AbortException("ended"))).isEqualTo("cancelled");
    assertThat(ErrorType.of(new AbortException("stopped early"))).isEqualTo("timeout");
    assertThat(ErrorType.of(new AbortException(null))).isEqualTo("timeout");
    assertThat(ErrorType.of(new IOException("stopped"))).isEqualTo("io");
  }
}
