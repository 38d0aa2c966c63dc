package io.cioagent.it.apps;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import javax.servlet.ServletException;
import javax.servlet.ServletInputStream;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.Part;

/** The blocking ways to read a body. */
final class ServletReads {

  private ServletReads() {}

  static void read(String way, HttpServletRequest request, Reading reading)
      throws IOException, ServletException {
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
      case "line":
        lines(request.getInputStream(), reading);
        break;
      case "reader":
        characters(request, reading);
        break;
      case "parameters":
        parameters(request, reading);
        break;
      case "parts":
        parts(request, reading);
        break;
      case "some":
        byte[] few = new byte[10];
        reading.add(few, 0, Math.max(0, request.getInputStream().read(few)));
        break;
      case "none":
        break;
      default:
        stream(request.getInputStream(), reading);
    }
  }

  private static void stream(ServletInputStream in, Reading reading) throws IOException {
    pieces(in, reading, 3, 900);
    reading.note("finished", in.isFinished());
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

  private static void lines(ServletInputStream in, Reading reading) throws IOException {
    byte[] buffer = new byte[700];
    int lines = 0;
    for (int n = in.readLine(buffer, 0, 700); n >= 0; n = in.readLine(buffer, 0, 700)) {
      reading.add(buffer, 0, n);
      lines++;
    }
    reading.note("lines", lines);
  }

  private static void characters(HttpServletRequest request, Reading reading) throws IOException {
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

  private static void parameters(HttpServletRequest request, Reading reading) {
    Map<String, String[]> all = new TreeMap<>(request.getParameterMap());
    for (Map.Entry<String, String[]> each : all.entrySet()) {
      String values = Arrays.toString(each.getValue());
      reading.note("name", each.getKey().hashCode() + "/" + each.getKey().length());
      reading.note("values", values.hashCode() + "/" + values.length());
    }
  }

  private static void parts(HttpServletRequest request, Reading reading)
      throws IOException, ServletException {
    for (Part part : request.getParts()) {
      reading.note("part", part.getName()).note("size", part.getSize());
      pieces(part.getInputStream(), reading, 0, 300);
    }
  }
}
