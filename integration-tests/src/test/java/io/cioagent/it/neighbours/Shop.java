package io.cioagent.it.neighbours;

import io.cioagent.it.harness.Build;
import io.cioagent.it.harness.Jdk;
import io.cioagent.it.harness.RunningJvm;
import io.cioagent.it.library.MavenRepository;
import io.cioagent.it.library.Sources;
import io.cioagent.it.standin.DeadPort;
import io.cioagent.it.standin.Hosts;
import io.cioagent.it.standin.Reply;
import io.cioagent.it.standin.StandIn;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** An application that does the same in every JVM: sends, fails, serves, and takes webhooks. */
final class Shop {

  static final String MAIN = "io.cioagent.it.apps.ClientsApp";

  private static final String OKHTTP = "com.squareup.okhttp3:okhttp:3.9.0";
  private static final String[] IDENTIFY = {
    "call", "customerio.CustomerIoClient", "identify", "5", "plan=pro"
  };
  private static final Map<Boolean, Path> CLASSES = new ConcurrentHashMap<>();
  private static final HttpClient CUSTOMER_IO =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private Shop() {}

  /** Compiled when first used, without {@code java.net.http} where the JDK has none. */
  static List<Path> classPath(Jdk jdk) {
    List<Path> path = new ArrayList<>();
    path.add(CLASSES.computeIfAbsent(jdk.feature() == 8, Shop::compiled));
    path.add(Build.java8Apps());
    path.addAll(MavenRepository.jars(List.of(OKHTTP)));
    return path;
  }

  private static Path compiled(boolean forJava8) {
    List<Path> folders =
        List.of(
            Build.appSources("served"),
            Build.appSources(forJava8 ? "servedjava8" : "servedjdk"),
            Build.appSources("neighbours"));
    List<Path> libraries = new ArrayList<>(MavenRepository.jars(List.of(OKHTTP)));
    libraries.add(Build.java8Apps());
    return new Sources(folders, libraries, forJava8 ? 8 : 11).java(Build.scratch("shop"));
  }

  /** Returns what the application got. */
  static List<String> day(Jdk jdk, RunningJvm jvm, StandIn standIn) {
    standIn.reset();
    List<String> got = new ArrayList<>();
    got.add(jvm.ask(IDENTIFY));
    standIn.script(Reply.status(401));
    got.add(jvm.ask(IDENTIFY));
    standIn.script(Reply.status(500));
    got.add(jvm.ask("call", "customerio.CustomerIoClient", "track", "5", "bought", "price=1"));
    standIn.script(Reply.status(429));
    got.add(jvm.ask("call", "customerio.CustomerIoClient", "updateCustomer", "5", "3"));
    got.add(
        jvm.ask(
            "call", "customerio.CustomerIoClient", "identifyUser", "5", standIn.at(Hosts.OTHER)));
    got.add(status(jvm, standIn.at(Hosts.OTHER)));
    try (DeadPort nobody = DeadPort.refusing()) {
      got.add(status(jvm, "http://" + Hosts.TRACK + ":" + nobody.port()));
    }
    for (String way : List.of("/client", "/urlconnection")) {
      got.add(jvm.ask("call", "ServingUses", "get", way));
    }
    if (jdk.feature() >= 11) {
      for (String way : List.of("/httpclient", "/httpclient-async")) {
        got.add(jvm.ask("call", "ServingUses", "get", way));
      }
    }
    got.add(jvm.ask("call", "OkHttpUses", "execute"));
    got.add(jvm.ask("call", "OkHttpUses", "enqueue"));
    String hooks = "http://127.0.0.1:" + jvm.ask("receive").substring(2) + "/hooks";
    for (int event : new int[] {1, 2, 2}) {
      got.add("webhook " + webhook(hooks, event));
    }
    return got;
  }

  private static String status(RunningJvm jvm, String base) {
    return jvm.ask("url", "status-only", "PUT", base + "/api/v1/customers/5", "{}");
  }

  private static int webhook(String address, int number) {
    String body =
        String.format(
            "{\"event_id\":\"01J8Z3V7Q2M4N6P8%010d\",\"object_type\":\"email\","
                + "\"metric\":\"delivered\",\"timestamp\":1789000148,"
                + "\"data\":{\"customer_id\":\"5\",\"campaign_id\":118}}",
            number);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address))
            .header("X-CIO-Timestamp", "1789000150")
            .header("X-CIO-Signature", "0a".repeat(32))
            .POST(BodyPublishers.ofString(body))
            .build();
    try {
      return CUSTOMER_IO.send(request, BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
