package io.cioagent.it.apps;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.http.io.InputBuffer;
import org.glassfish.grizzly.http.server.Request;

/** The blocking ways to read a body. */
final class GrizzlyReads {

  private GrizzlyReads() {}

  static void read(String way, Request request, Reading reading) throws IOException {
    reading.note("encoding", request.getCharacterEncoding());
    reading.note("length", request.getContentLength());
    switch (way) {
      case "single":
        single(request.getInputStream(), reading);
        break;
      case "all":
        pieces(request.getInputStream(), reading, 0, 8192);
        reading.note("again", request.getInputStream().read(new byte[9]));
        break;
      case "reader":
        characters(request, reading);
        break;
      case "parameters":
        parameters(request, reading);
        break;
      case "wrapped":
        buffers(request.getInputBuffer(), reading);
        break;
      case "copied":
        request.getInputBuffer().fillFully(-1);
        add(request.getInputBuffer().getBuffer(), reading);
        break;
      case "some":
        byte[] few = new byte[10];
        reading.add(few, 0, Math.max(0, request.getInputStream().read(few)));
        break;
      case "none":
        break;
      default:
        pieces(request.getInputStream(), reading, 3, 900);
    }
  }

  static void add(Buffer buffer, Reading reading) {
    ByteBuffer bytes = buffer.toByteBuffer().duplicate();
    byte[] copy = new byte[bytes.remaining()];
    bytes.get(copy);
    reading.add(copy, 0, copy.length);
  }

  private static void pieces(InputStream in, Reading reading, int offset, int length)
      throws IOException {
    byte[] buffer = new byte[offset + length];
    for (int n = in.read(buffer, offset, length); n >= 0; n = in.read(buffer, offset, length)) {
      reading.add(buffer, offset, n);
    }
  }

  private static void single(InputStream in, Reading reading) throws IOException {
    for (int b = in.read(); b >= 0; b = in.read()) {
      reading.add(b);
    }
  }

  /** Grizzly's buffers as they come, after the first three bytes. */
  private static void buffers(InputBuffer in, Reading reading) throws IOException {
    in.fillFully(3);
    if (in.available() >= 3) {
      add(in.readBuffer(3), reading);
    }
    for (in.fillFully(1); in.available() > 0; in.fillFully(1)) {
      add(in.readBuffer(), reading);
    }
  }

  private static void characters(Request request, Reading reading) throws IOException {
    String encoding = request.getCharacterEncoding();
    Reader in = request.getReader();
    StringBuilder text = new StringBuilder();
    char[] buffer = new char[500];
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      text.append(buffer, 0, n);
    }
    byte[] bytes = text.toString().getBytes(encoding == null ? "ISO-8859-1" : encoding);
    reading.add(bytes, 0, bytes.length);
  }

  private static void parameters(Request request, Reading reading) {
    Map<String, String[]> all = new TreeMap<>(request.getParameterMap());
    for (Map.Entry<String, String[]> each : all.entrySet()) {
      String values = Arrays.toString(each.getValue());
      reading.note("name", each.getKey().hashCode() + "/" + each.getKey().length());
      reading.note("values", values.hashCode() + "/" + values.length());
    }
  }
}
