package io.cioagent.core.telemetry;

import java.io.DataInputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * Distinguishes this JVM from all others in pushed telemetry.
 *
 * <p>{@link UUID#randomUUID()} would do, but it wakes the security providers, which takes time and
 * is the application's to do, with the providers of its own choice.
 */
final class InstanceId {
  private static final File RANDOM = new File("/dev/urandom");
  private static final long VERSION_MASK = 0xf000L;
  private static final long VERSION = 0x4000L;
  private static final long VARIANT_MASK = 0xc000000000000000L;
  private static final long VARIANT = 0x8000000000000000L;

  private InstanceId() {}

  /** A UUID of version 4. */
  static String random() {
    return random(RANDOM);
  }

  /**
   * @param source gives random bytes; where it cannot, the time and the environment stand in, which
   *     distinguish even JVMs that start in the same millisecond
   */
  static String random(File source) {
    try (DataInputStream in = new DataInputStream(new FileInputStream(source))) {
      return uuid(in.readLong(), in.readLong());
    } catch (IOException | SecurityException none) {
      // The environment names the host on most systems.
      SplittableRandom environment = new SplittableRandom(System.getenv().hashCode());
      SplittableRandom moment = new SplittableRandom();
      return uuid(
          moment.nextLong() ^ environment.nextLong(), moment.nextLong() ^ environment.nextLong());
    }
  }

  private static String uuid(long high, long low) {
    return new UUID((high & ~VERSION_MASK) | VERSION, (low & ~VARIANT_MASK) | VARIANT).toString();
  }
}
