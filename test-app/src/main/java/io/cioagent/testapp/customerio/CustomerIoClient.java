package io.cioagent.testapp.customerio;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UnsupportedEncodingException;
import java.net.HttpURLConnection;
import java.net.URL;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The shop's own Customer.io client, as such clients are found in the wild: it retries a 429
 * without telling anybody, turns every other answer into the same exception without its status, and
 * in one place swallows the exception as well.
 */
public class CustomerIoClient {

  private static final int MAX_ATTEMPTS = 3;
  private static final Pattern DELIVERY_ID =
      Pattern.compile("\"delivery_id\"\\s*:\\s*\"([^\"]+)\"");

  private final String trackUrl;
  private final String appUrl;
  private final String basicAuth;
  private final String bearerAuth;
  private final int timeoutMillis;

  public CustomerIoClient(
      String trackUrl,
      String appUrl,
      String siteId,
      String apiKey,
      String appApiKey,
      int timeoutMillis) {
    this.trackUrl = trackUrl;
    this.appUrl = appUrl;
    byte[] pair = (siteId + ":" + apiKey).getBytes(StandardCharsets.UTF_8);
    this.basicAuth = "Basic " + Base64.getEncoder().encodeToString(pair);
    this.bearerAuth = "Bearer " + appApiKey;
    this.timeoutMillis = timeoutMillis;
  }

  public void identify(String customerId, Map<String, Object> attributes) {
    send("PUT", customerUrl(customerId), basicAuth, JsonWriter.object(attributes));
  }

  public void track(String customerId, String eventName, Map<String, Object> data) {
    send("POST", customerUrl(customerId) + "/events", basicAuth, event(eventName, null, data));
  }

  public void trackAnonymous(String anonymousId, String eventName, Map<String, Object> data) {
    String body = event(eventName, anonymousId, data);
    send("POST", trackUrl + "/api/v1/events", basicAuth, body);
  }

  public void addDevice(String customerId, String deviceToken, String platform) {
    Map<String, Object> device = new LinkedHashMap<>();
    device.put("id", deviceToken);
    device.put("platform", platform);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("device", device);
    send("PUT", customerUrl(customerId) + "/devices", basicAuth, JsonWriter.object(body));
  }

  public void delete(String customerId) {
    send("DELETE", customerUrl(customerId), basicAuth, null);
  }

  /** Says false when it did not work. No caller has ever looked. */
  public boolean suppress(String customerId) {
    try {
      send("POST", customerUrl(customerId) + "/suppress", basicAuth, "");
      return true;
    } catch (RuntimeException e) {
      return false;
    }
  }

  /** Queues an e-mail and returns Customer.io's delivery id, or null where the answer had none. */
  public String sendTransactionalEmail(String to, String messageId, Map<String, Object> data) {
    Map<String, Object> identifiers = new LinkedHashMap<>();
    identifiers.put("email", to);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("to", to);
    body.put("transactional_message_id", messageId);
    body.put("identifiers", identifiers);
    body.put("message_data", data);
    String answer = send("POST", appUrl + "/v1/send/email", bearerAuth, JsonWriter.object(body));
    Matcher matcher = DELIVERY_ID.matcher(answer);
    return matcher.find() ? matcher.group(1) : null;
  }

  private String customerUrl(String customerId) {
    try {
      // URLEncoder is meant for forms and writes a blank as '+', which a path would take literally.
      String encoded = URLEncoder.encode(customerId, "UTF-8").replace("+", "%20");
      return trackUrl + "/api/v1/customers/" + encoded;
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String event(String name, String anonymousId, Map<String, Object> data) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("name", name);
    if (anonymousId != null) {
      event.put("anonymous_id", anonymousId);
    }
    event.put("data", data);
    return JsonWriter.object(event);
  }

  private String send(String method, String url, String authorization, String body) {
    for (int attempt = 1; ; attempt++) {
      try {
        HttpURLConnection connection = open(method, url, authorization, body);
        int status = connection.getResponseCode();
        if (status / 100 == 2) {
          return read(connection.getInputStream());
        }
        read(connection.getErrorStream());
        if (status != 429 || attempt == MAX_ATTEMPTS) {
          throw new RuntimeException("Customer.io call failed");
        }
        Thread.sleep(100L * attempt);
      } catch (IOException e) {
        throw new RuntimeException("Customer.io call failed", e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new RuntimeException("Customer.io call interrupted", e);
      }
    }
  }

  private HttpURLConnection open(String method, String url, String authorization, String body)
      throws IOException {
    HttpURLConnection connection = (HttpURLConnection) new URL(url).openConnection();
    connection.setRequestMethod(method);
    connection.setConnectTimeout(timeoutMillis);
    connection.setReadTimeout(timeoutMillis);
    connection.setRequestProperty("Authorization", authorization);
    if (body != null) {
      connection.setRequestProperty("Content-Type", "application/json; charset=utf-8");
      connection.setDoOutput(true);
      try (OutputStream out = connection.getOutputStream()) {
        out.write(body.getBytes(StandardCharsets.UTF_8));
      }
    }
    return connection;
  }

  private static String read(InputStream stream) throws IOException {
    if (stream == null) {
      return "";
    }
    try (InputStream in = stream) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      byte[] buffer = new byte[1024];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        bytes.write(buffer, 0, n);
      }
      return new String(bytes.toByteArray(), StandardCharsets.UTF_8);
    }
  }
}
