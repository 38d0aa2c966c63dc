package io.cioagent.it.apps.customerio;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** A client whose HTTP library is in the same WAR. */
public class WarCustomerIoClient {

  private static final MediaType JSON = MediaType.parse("application/json");

  /** Keeps no connection, as its threads would outlive the application by minutes. */
  private final OkHttpClient http =
      new OkHttpClient.Builder()
          .connectionPool(new ConnectionPool(0, 1, TimeUnit.MILLISECONDS))
          .build();

  private final String base;

  public WarCustomerIoClient(String base) {
    this.base = base;
  }

  public int identify(String id) throws IOException {
    Request request =
        new Request.Builder()
            .url(base + "/api/v1/customers/" + id)
            .put(RequestBody.create(JSON, "{\"plan\":\"pro\"}"))
            .build();
    try (Response response = http.newCall(request).execute()) {
      return response.code();
    }
  }
}
