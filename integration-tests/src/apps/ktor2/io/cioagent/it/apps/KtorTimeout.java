package io.cioagent.it.apps;

import io.ktor.client.HttpClientConfig;
import io.ktor.client.plugins.HttpTimeout;
import kotlin.Unit;

/** The plugin as it is up to Ktor 2. */
final class KtorTimeout {

  private KtorTimeout() {}

  static void install(HttpClientConfig<?> config) {
    config.install(
        HttpTimeout.Plugin,
        timeout -> {
          timeout.setRequestTimeoutMillis(250L);
          return Unit.INSTANCE;
        });
  }
}
