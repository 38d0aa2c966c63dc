package io.cioagent.benchmarks.startup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** A program whose first act is a request to Customer.io; then it ends. */
public final class FirstCall {

  private FirstCall() {}

  /** Arguments: {@code okhttp} or {@code httpurlconnection}, and the URL. */
  public static void main(String[] args) throws IOException {
    int status = args[0].equals("okhttp") ? OkHttp.put(args[1]) : putByUrlConnection(args[1]);
    if (status != 200) {
      throw new IllegalStateException("answered with " + status);
    }
  }

  private static int putByUrlConnection(String url) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) new URL(url).openConnection();
    connection.setRequestMethod("PUT");
    connection.setDoOutput(true);
    try (OutputStream out = connection.getOutputStream()) {
      out.write('{');
      out.write('}');
    }
    int status = connection.getResponseCode();
    try (InputStream in = connection.getInputStream()) {
      while (in.read() >= 0) {
        // The answer is of no interest.
      }
    }
    return status;
  }

  /** Apart, as without the library its classes cannot be loaded. */
  private static final class OkHttp {
    static int put(String url) throws IOException {
      RequestBody body = RequestBody.create("{}", MediaType.get("application/json"));
      Request request = new Request.Builder().url(url).put(body).build();
      try (Response response = new OkHttpClient().newCall(request).execute()) {
        return response.code();
      }
    }
  }
}
