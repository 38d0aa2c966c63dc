package io.cioagent.testapp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Lets Customer.io's real host names lead to this machine, so that URLs, metrics and spans look as
 * they do in production while nothing leaves the JVM. The JDK (9 and later) reads the hosts file
 * named by a system property once, when the first name is looked up.
 */
final class RealNames {

  static final String TRACK = "track.customer.io";
  static final String APP = "api.customer.io";

  /** Left out of the hosts file on purpose: under such a file an unlisted name does not resolve. */
  static final String TRACK_EUROPE = "track-eu.customer.io";

  private static final String PROPERTY = "jdk.net.hosts.file";

  private RealNames() {}

  /**
   * Makes the JVM use a hosts file of ours, unless it was started with one. To be called before
   * anything looks up a name.
   *
   * @return the file, where one was written
   */
  static Path chooseHostsFile() throws IOException {
    if (System.getProperty(PROPERTY) != null) {
      return null;
    }
    Path file = Files.createTempFile("customerio-test-app-", ".hosts");
    String line = "127.0.0.1 localhost " + TRACK + " " + APP + System.lineSeparator();
    Files.write(file, line.getBytes(StandardCharsets.UTF_8));
    System.setProperty(PROPERTY, file.toString());
    return file;
  }

  /**
   * Whether both names lead here; anything else would send a test shop's calls to the real ones.
   */
  static boolean leadHere() {
    return leadsHere(TRACK) && leadsHere(APP);
  }

  /** Whether a name leads nowhere, and so can be called without reaching anybody. */
  static boolean leadsNowhere(String host) {
    try {
      return InetAddress.getAllByName(host).length == 0;
    } catch (UnknownHostException e) {
      return true;
    }
  }

  private static boolean leadsHere(String host) {
    try {
      for (InetAddress address : InetAddress.getAllByName(host)) {
        if (!address.isLoopbackAddress()) {
          return false;
        }
      }
      return true;
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
