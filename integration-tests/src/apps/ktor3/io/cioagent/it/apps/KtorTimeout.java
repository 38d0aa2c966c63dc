package io.cioagent.it.apps;

import io.ktor.client.HttpClientConfig;
import io.ktor.client.plugins.HttpTimeoutKt;
import kotlin.Unit;

/** The plugin as it is since Ktor 3. */
final class KtorTimeout {

  private KtorTimeout() {}

  static void install(HttpClientConfig<?> config) {
    config.install(
        HttpTimeoutKt.getHttpTimeout(),
        timeout -> {
          timeout.setRequestTimeoutMillis(250L);
          return Unit.INSTANCE;
        });
  }
}
