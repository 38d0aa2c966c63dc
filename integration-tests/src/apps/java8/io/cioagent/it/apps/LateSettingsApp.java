package io.cioagent.it.apps;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.Security;
import java.util.TimeZone;

/**
 * Settles in {@code main} what the JDK reads once, at first use. Whoever uses those parts of the
 * JDK before this application does decides for it.
 */
public final class LateSettingsApp {

  private LateSettingsApp() {}

  public static void main(String[] arguments) throws IOException {
    System.setProperty("user.timezone", "Asia/Tokyo");
    System.setProperty("http.agent", "corner-shop");
    System.setProperty("java.net.preferIPv4Stack", "true");
    Security.setProperty("networkaddress.cache.ttl", "0");
    UrlConnectionApp.register(new Console())
        .on("time-zone", words -> TimeZone.getDefault().getID())
        .on("look-up", words -> InetAddress.getByName(words.get(0)).getHostAddress())
        .on("any-address", words -> anyAddress())
        .run();
  }

  private static String anyAddress() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getInetAddress().getHostAddress();
    }
  }
}
