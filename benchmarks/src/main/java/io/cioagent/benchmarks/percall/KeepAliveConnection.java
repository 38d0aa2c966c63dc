package io.cioagent.benchmarks.percall;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A client of one connection that allocates next to nothing for an exchange. */
public final class KeepAliveConnection implements Closeable {

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private final byte[] buffer = new byte[1 << 16];
  private final byte[] line = new byte[1024];
  private int position;
  private int limit;

  public KeepAliveConnection(int port) throws IOException {
    socket = new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
    socket.setTcpNoDelay(true);
    in = socket.getInputStream();
    out = socket.getOutputStream();
  }

  /** Sends a request and reads the answer to its end; the number of bytes of its body. */
  public int exchange(byte[] request) throws IOException {
    out.write(request);
    int length = readLine();
    if (length < 12 || line[9] != '2') {
      throw new IOException(
          "answered with " + new String(line, 0, length, StandardCharsets.ISO_8859_1));
    }
    int contentLength = 0;
    boolean chunked = false;
    for (length = readLine(); length > 0; length = readLine()) {
      if (startsWith("content-length:", length)) {
        contentLength = number(15, length, 10);
      } else if (startsWith("transfer-encoding:", length)) {
        chunked = true;
      }
    }
    if (!chunked) {
      skip(contentLength);
      return contentLength;
    }
    int size = 0;
    for (int chunk = number(0, readLine(), 16); chunk > 0; chunk = number(0, readLine(), 16)) {
      skip(chunk);
      readLine();
      size += chunk;
    }
    readLine();
    return size;
  }

  private boolean startsWith(String lowerCase, int length) {
    if (length < lowerCase.length()) {
      return false;
    }
    for (int i = 0; i < lowerCase.length(); i++) {
      if (Character.toLowerCase((char) line[i]) != lowerCase.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private int number(int from, int length, int radix) throws IOException {
    int number = 0;
    for (int i = from; i < length; i++) {
      if (line[i] != ' ') {
        int digit = Character.digit(line[i], radix);
        if (digit < 0) {
          throw new IOException(
              "no number: "
                  + new String(line, 0, length, StandardCharsets.ISO_8859_1)
                      .toLowerCase(Locale.ROOT));
        }
        number = number * radix + digit;
      }
    }
    return number;
  }

  /** Reads a line into the array; its length without the end. */
  private int readLine() throws IOException {
    int length = 0;
    while (true) {
      if (position == limit) {
        fill();
      }
      byte b = buffer[position++];
      if (b == '\n') {
        return length > 0 && line[length - 1] == '\r' ? length - 1 : length;
      }
      if (length < line.length) {
        line[length++] = b;
      }
    }
  }

  private void skip(int count) throws IOException {
    int left = count;
    while (left > 0) {
      if (position == limit) {
        fill();
      }
      int step = Math.min(left, limit - position);
      position += step;
      left -= step;
    }
  }

  private void fill() throws IOException {
    limit = in.read(buffer);
    position = 0;
    if (limit <= 0) {
      limit = 0;
      throw new EOFException("the server closed the connection");
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
