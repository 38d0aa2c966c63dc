package io.cioagent.instrumentation.jettyclient;

import java.lang.invoke.MethodHandle;
import java.nio.ByteBuffer;

/** What Jetty gives out content in since 12; apart from {@link Jetty}, which is for all. */
final class Chunk {
  private static final String NAME = "org.eclipse.jetty.io.Content$Chunk";
  private static final MethodHandle CONTENT = Jetty.inheritedGetter(NAME, "getByteBuffer");
  private static final MethodHandle LAST = Jetty.inheritedGetter(NAME, "isLast");

  private Chunk() {}

  /** Empty where the chunk tells of a failure. */
  static ByteBuffer content(Object chunk) {
    return (ByteBuffer) Jetty.get(CONTENT, chunk);
  }

  static boolean isLast(Object chunk) {
    return (Boolean) Jetty.get(LAST, chunk);
  }
}
