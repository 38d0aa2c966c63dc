package io.cioagent.benchmarks.service;

import io.cioagent.benchmarks.report.JavaProcess;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A process of the Spring Boot application of the module {@code benchmarks/service}. */
public final class BootService implements AutoCloseable {

  /** What Spring Boot 3 needs. */
  public static final int OLDEST_JDK = 17;

  private static final Pattern PORT = Pattern.compile("^port (\\d+)$");

  private final JavaProcess process;
  private final int port;

  private BootService(JavaProcess process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Starts the application and returns as soon as it has answered its first request.
   *
   * @param options of the JVM
   * @param customerIo host and port that stand for Customer.io
   */
  public static BootService start(Path javaHome, List<String> options, String customerIo, Path log)
      throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(options);
    arguments.addAll(
        List.of(
            "-cp",
            "benchmarks/service/target/service.jar:benchmarks/service/target/lib/*",
            "com.example.shop.ShopApplication",
            "--server.address=127.0.0.1",
            "--server.port=0",
            "--customerio.url=http://" + customerIo));
    JavaProcess process = JavaProcess.start(javaHome, arguments, log);
    try {
      String port = process.awaitOutput(PORT, Duration.ofMinutes(2)).group(1);
      BootService service = new BootService(process, Integer.parseInt(port));
      int status =
          ((HttpURLConnection) new URL(service.url("/ready")).openConnection()).getResponseCode();
      if (status != 200) {
        throw new IllegalStateException("the service answers with " + status);
      }
      return service;
    } catch (IOException | RuntimeException | InterruptedException e) {
      process.close();
      throw e;
    }
  }

  public String url(String path) {
    return "http://127.0.0.1:" + port + path;
  }

  public JavaProcess process() {
    return process;
  }

  @Override
  public void close() {
    process.close();
  }
}
