package io.cioagent.it.habits;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.it.harness.Build;
import io.cioagent.it.harness.EveryJdk;
import io.cioagent.it.watch.Leaks;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The habits on {@code HttpURLConnection}, and those that need it. */
@EveryJdk
class UrlConnectionHabitsIT extends Habits {

  @Override
  Path applications() {
    return Build.java8Apps();
  }

  @Override
  String transport() {
    return "UrlConnectionTransport";
  }

  @Test
  void outputSetTooLate() {
    client("LateOutputClient", "identify", Leaks.ID)
        .threw("java.lang.IllegalStateException: Already connected")
        .operations("identify unknown error")
        .attempts()
        .spanCount(1);
    assertThat(standIn().received()).isEmpty();
  }
}
