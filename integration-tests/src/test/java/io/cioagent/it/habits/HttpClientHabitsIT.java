package io.cioagent.it.habits;

import io.cioagent.it.harness.Build;
import io.cioagent.it.harness.EveryJdk;
import java.nio.file.Path;

/** The habits on {@code java.net.http}. */
@EveryJdk
class HttpClientHabitsIT extends Habits {

  @Override
  Path applications() {
    return Build.java11Apps();
  }

  @Override
  String transport() {
    return "HttpClientTransport";
  }
}
