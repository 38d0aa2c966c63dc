package io.cioagent.it.apps.old.customerio;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URL;
import java.util.Map;

/**
 * A client of the days of Java 1.4: no generics, no annotations, and {@code finally} blocks that
 * the compiler of the time made subroutines of. The tests compile it as class files of version 48,
 * and of version 50 once more.
 */
public class OldCustomerIoClient {

  private final String base;
  private int closed;

  public OldCustomerIoClient(String base) {
    this.base = base;
  }

  public int identify(String id, Map attributes) throws IOException {
    HttpURLConnection connection = null;
    try {
      connection = (HttpURLConnection) new URL(base + "/api/v1/customers/" + id).openConnection();
      connection.setRequestMethod("PUT");
      if (connection.getResponseCode() >= 300) {
        throw new IllegalStateException("refused");
      }
      return connection.getResponseCode();
    } finally {
      try {
        if (attributes != null) {
          closed += attributes.size();
        }
      } finally {
        if (connection != null) {
          connection.disconnect();
        }
        closed++;
      }
    }
  }

  public boolean track(String id, String event, Map data) {
    synchronized (this) {
      try {
        return id.length() + event.length() > data.size();
      } finally {
        closed++;
      }
    }
  }

  /** How often a {@code finally} block ran. */
  public int closed() {
    return closed;
  }
}
