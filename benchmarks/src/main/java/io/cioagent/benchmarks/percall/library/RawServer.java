package io.cioagent.benchmarks.percall.library;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Gives every request the canned answer and allocates nothing for it: its bytes would count. */
final class RawServer implements Closeable {

  private final ServerSocket listening =
      new ServerSocket(0, 50, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));

  RawServer() throws IOException {
    daemon(this::accept);
  }

  int port() {
    return listening.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = listening.accept();
        socket.setTcpNoDelay(true);
        daemon(() -> serve(socket));
      }
    } catch (IOException e) {
      // Closed: the benchmark is over.
    }
  }

  private static void serve(Socket accepted) {
    try (Socket socket = accepted;
        InputStream in = socket.getInputStream();
        OutputStream out = socket.getOutputStream()) {
      byte[] buffer = new byte[8192];
      Requests requests = new Requests();
      int read = in.read(buffer);
      while (read >= 0) {
        for (int ended = requests.endedIn(buffer, 0, read); ended > 0; ended--) {
          out.write(Answer.BYTES);
        }
        read = in.read(buffer);
      }
    } catch (IOException e) {
      // The client has gone.
    }
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "raw-server");
    thread.setDaemon(true);
    thread.start();
  }
}
