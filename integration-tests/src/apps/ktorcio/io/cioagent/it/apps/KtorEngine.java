package io.cioagent.it.apps;

import io.ktor.client.engine.HttpClientEngineFactory;
import io.ktor.client.engine.cio.CIO;

/** CIO, Ktor's own. */
final class KtorEngine {

  static final HttpClientEngineFactory<?> FACTORY = CIO.INSTANCE;

  static final String[] WAYS = {
    "sync", "async", "block", "pipelined", "streamed", "reused", "proxy", "timeout", "start"
  };

  private KtorEngine() {}
}
