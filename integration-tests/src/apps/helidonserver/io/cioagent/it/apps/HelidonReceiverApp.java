package io.cioagent.it.apps;

import io.helidon.common.parameters.Parameters;
import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Helidon's routing, on virtual threads. */
public final class HelidonReceiverApp extends ReceiverApp {

  public static void main(String[] arguments) throws Exception {
    new HelidonReceiverApp().run();
  }

  @Override
  protected int start() {
    WebServer server =
        WebServer.builder()
            .host("127.0.0.1")
            .port(0)
            .shutdownHook(false)
            .routing(routing -> routing.any("/*", HelidonReceiverApp::route))
            .build()
            .start();
    return server.port();
  }

  private static void route(ServerRequest request, ServerResponse response) throws IOException {
    Hook hook = Hook.of(request.prologue().uriPath().rawPath());
    if (!hook.way.equals("async")) {
      receive(hook, request, response);
      return;
    }
    try {
      // Helidon's thread waits for the other one.
      CompletableFuture.runAsync(
              () -> {
                try {
                  receive(hook, request, response);
                } catch (IOException thrown) {
                  throw new CompletionException(thrown);
                }
              })
          .join();
    } catch (CompletionException thrown) {
      throw new IOException(thrown.getCause());
    }
  }

  private static void receive(Hook hook, ServerRequest request, ServerResponse response)
      throws IOException {
    Reading reading = new Reading();
    OutputStream early = null;
    try {
      if (hook.answer.equals("early")) {
        early = response.status(Status.OK_200).outputStream();
        early.write("early ".getBytes("US-ASCII"));
        early.flush();
      }
      read(hook.way, request, reading);
      hook.beforeAnswer();
    } catch (IOException | RuntimeException thrown) {
      Hook.observed(reading.note("thrown", thrown.getClass().getName()).reported());
      throw thrown;
    }
    String reported = reading.reported();
    Hook.observed(reported);
    if (early != null) {
      early.write(reported.getBytes("US-ASCII"));
      early.close();
    } else if (hook.status() == 204) {
      response.status(Status.NO_CONTENT_204).send();
    } else {
      response.status(Status.create(hook.status())).send(reported.getBytes("US-ASCII"));
    }
  }

  private static void read(String way, ServerRequest request, Reading reading) throws IOException {
    if (way.equals("none")) {
      return;
    }
    if (way.equals("parameters")) {
      Parameters all = request.content().as(Parameters.class);
      for (String name : all.names()) {
        String values = all.all(name).toString();
        reading.note("name", name.hashCode() + "/" + name.length());
        reading.note("values", values.hashCode() + "/" + values.length());
      }
      return;
    }
    if (!request.content().hasEntity()) {
      return;
    }
    switch (way) {
      case "all":
        byte[] all = request.content().as(byte[].class);
        reading.add(all, 0, all.length);
        break;
      case "reader":
        byte[] text = request.content().as(String.class).getBytes("UTF-8");
        reading.add(text, 0, text.length);
        break;
      case "single":
        single(request.content().inputStream(), reading);
        break;
      case "some":
        byte[] few = new byte[10];
        reading.add(few, 0, Math.max(0, request.content().inputStream().read(few)));
        break;
      case "wrapped":
        request.streamFilter(BufferedInputStream::new);
        pieces(request.content().inputStream(), reading);
        break;
      case "copied":
        request.streamFilter(HelidonReceiverApp::copy);
        pieces(request.content().inputStream(), reading);
        break;
      default:
        pieces(request.content().inputStream(), reading);
    }
  }

  private static InputStream copy(InputStream in) {
    try {
      return new ByteArrayInputStream(in.readAllBytes());
    } catch (IOException thrown) {
      throw new CompletionException(thrown);
    }
  }

  private static void pieces(InputStream in, Reading reading) throws IOException {
    byte[] buffer = new byte[903];
    for (int n = in.read(buffer, 3, 900); n >= 0; n = in.read(buffer, 3, 900)) {
      reading.add(buffer, 3, n);
    }
  }

  private static void single(InputStream in, Reading reading) throws IOException {
    for (int b = in.read(); b >= 0; b = in.read()) {
      reading.add(b);
    }
  }
}
