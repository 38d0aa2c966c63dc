package io.cioagent.weaver;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** Reads the version that the build has written. */
public final class AgentVersion {
  private AgentVersion() {}

  public static String read() {
    Properties properties = new Properties();
    try (InputStream in = AgentVersion.class.getResourceAsStream("version.properties")) {
      properties.load(in);
    } catch (IOException e) {
      return "unknown";
    }
    return properties.getProperty("version");
  }
}
