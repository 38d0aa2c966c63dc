package io.cioagent.weaver;

/**
 * Whether this JVM records classes for an AOT cache ({@code -XX:AOTMode=record}, {@code
 * -XX:AOTCacheOutput}). HotSpot 25 and 26 crash at the end of the recording if {@code
 * java.lang.Thread} was retransformed: the cache leaves it out and cannot do without it.
 */
final class AotTraining {
  private AotTraining() {}

  /** The launcher has opened the package. */
  static boolean isRunning() {
    try {
      return (boolean)
          Class.forName("jdk.internal.misc.CDS").getMethod("isDumpingStaticArchive").invoke(null);
    } catch (ReflectiveOperationException | RuntimeException e) {
      // Before Java 24 there is no such method.
      return false;
    }
  }
}
