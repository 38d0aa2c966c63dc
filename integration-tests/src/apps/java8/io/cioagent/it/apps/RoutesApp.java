package io.cioagent.it.apps;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes hundreds of requests for one command: method and address, a line of a file for each. */
public final class RoutesApp {

  private RoutesApp() {}

  public static void main(String[] arguments) throws IOException {
    new Console()
        .on("requests", words -> send(Files.readAllLines(Paths.get(words.get(0)), UTF_8)))
        .run();
  }

  /** How often which status came. */
  private static String send(List<String> requests) throws IOException {
    Map<Integer, Integer> statuses = new TreeMap<>();
    for (String request : requests) {
      String[] words = request.split("\t", 2);
      statuses.merge(send(words[0], words[1]), 1, Integer::sum);
    }
    return statuses.toString();
  }

  private static int send(String method, String address) throws IOException {
    // Not through URI, which refuses much that hand-written clients send.
    HttpURLConnection connection = (HttpURLConnection) new URL(address).openConnection();
    connection.setRequestMethod(method);
    connection.setRequestProperty("Authorization", Secrets.BASIC);
    if (method.startsWith("P")) {
      connection.setDoOutput(true);
      connection.getOutputStream().write("{\"email\":\"robin.vale@example.net\"}".getBytes(UTF_8));
    }
    int status = connection.getResponseCode();
    UrlConnectionApp.read(connection.getInputStream());
    return status;
  }
}
