package io.cioagent.it.apps;

import static java.nio.charset.StandardCharsets.UTF_8;

import feign.Headers;
import feign.Param;
import feign.RequestLine;
import feign.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;

/** Whatever the tests ask for, in OpenFeign's words. */
final class FeignRequests {

  /** Blocks. */
  interface Api {
    @RequestLine("GET")
    @Headers("Authorization: {credentials}")
    Response get(URI uri, @Param("credentials") String credentials);

    @RequestLine("DELETE")
    @Headers("Authorization: {credentials}")
    Response delete(URI uri, @Param("credentials") String credentials);

    @RequestLine("PUT")
    @Headers({"Authorization: {credentials}", "Content-Type: application/json"})
    Response put(URI uri, @Param("credentials") String credentials, String body);

    @RequestLine("POST")
    @Headers({"Authorization: {credentials}", "Content-Type: application/json"})
    Response post(URI uri, @Param("credentials") String credentials, String body);
  }

  private FeignRequests() {}

  static Response send(Api api, Outgoing request) {
    switch (request.method()) {
      case "PUT":
        return api.put(request.uri(), Secrets.BASIC, request.body());
      case "POST":
        return api.post(request.uri(), Secrets.BASIC, request.body());
      case "DELETE":
        return api.delete(request.uri(), Secrets.BASIC);
      default:
        return api.get(request.uri(), Secrets.BASIC);
    }
  }

  /** All of it. */
  static String text(Response response) throws IOException {
    if (response.body() == null) {
      return "";
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (InputStream in = response.body().asInputStream()) {
      for (int b = in.read(); b >= 0; b = in.read()) {
        bytes.write(b);
      }
    }
    return bytes.toString(UTF_8.name());
  }
}
