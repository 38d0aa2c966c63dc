package io.cioagent.it.apps;

import io.ktor.client.engine.HttpClientEngineFactory;
import io.ktor.client.engine.java.Java;

/** The HTTP client of the JDK. */
final class KtorEngine {

  static final HttpClientEngineFactory<?> FACTORY = Java.INSTANCE;

  static final String[] WAYS = {"sync", "async", "block", "streamed", "reused", "proxy", "start"};

  private KtorEngine() {}
}
