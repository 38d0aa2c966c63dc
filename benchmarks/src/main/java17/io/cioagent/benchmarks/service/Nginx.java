package io.cioagent.benchmarks.service;

import io.cioagent.benchmarks.report.Scrape;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** An nginx that stands for Customer.io: it answers every request at once. */
final class Nginx implements AutoCloseable {

  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final Process process;
  private final int port;

  private Nginx(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static Nginx start(Path folder) throws IOException, InterruptedException {
    int port = Scrape.freePort();
    Path home = Files.createDirectories(folder.toAbsolutePath());
    Path configuration = home.resolve("nginx.conf");
    Files.writeString(
        configuration,
        """
        worker_processes 1;
        daemon off;
        pid %1$s/nginx.pid;
        events { worker_connections 256; }
        http {
          access_log off;
          keepalive_requests 1000000000;
          client_body_temp_path %1$s/body;
          proxy_temp_path %1$s/proxy;
          fastcgi_temp_path %1$s/fastcgi;
          uwsgi_temp_path %1$s/uwsgi;
          scgi_temp_path %1$s/scgi;
          server {
            listen 127.0.0.1:%2$d;
            location / { return 200 "{}"; }
          }
        }
        """
            .formatted(home, port));
    Process process =
        new ProcessBuilder("nginx", "-e", "stderr", "-c", configuration.toString())
            .redirectErrorStream(true)
            .redirectOutput(home.resolve("nginx.log").toFile())
            .start();
    Nginx nginx = new Nginx(process, port);
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (!nginx.accepts()) {
      if (!process.isAlive() || System.nanoTime() - deadline > 0) {
        nginx.close();
        throw new IllegalStateException(
            "nginx does not start: " + Files.readString(home.resolve("nginx.log")));
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
    return nginx;
  }

  private boolean accepts() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  String hostAndPort() {
    return "127.0.0.1:" + port;
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
