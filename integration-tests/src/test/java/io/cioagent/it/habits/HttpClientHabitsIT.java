package io.cioagent.it.habits;

import io.cioagent.it.harness.Build;
import io.cioagent.it.harness.EveryJdkFrom11;
import java.nio.file.Path;

/** The habits on {@code java.net.http}. */
@EveryJdkFrom11
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
