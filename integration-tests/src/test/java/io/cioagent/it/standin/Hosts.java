package io.cioagent.it.standin;

import io.cioagent.it.harness.Build;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/** Names for this machine: real ones, so that the agent sees what it will see in production. */
public final class Hosts {

  public static final String TRACK = "track.customer.io";
  public static final String APP = "api.customer.io";
  public static final String PIPELINES = "cdp.customer.io";

  /** Of another library. */
  public static final String OTHER = "other.example";

  /** A host of Customer.io without an address. */
  public static final String UNKNOWN = "track-eu.customer.io";

  private static final String OPTION = option(List.of());

  private Hosts() {}

  /** The JVM option that maps them all to loopback; every other name is unknown then. */
  public static String option() {
    return OPTION;
  }

  /** The same with these names as well; the last such option is the JVM's. */
  public static String option(List<String> more) {
    String known =
        "127.0.0.1 localhost crm.example " + String.join(" ", TRACK, APP, PIPELINES, OTHER);
    try {
      return "-Djdk.net.hosts.file="
          + Files.writeString(
              Build.scratch("hosts").resolve("hosts"), known + " " + String.join(" ", more) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
