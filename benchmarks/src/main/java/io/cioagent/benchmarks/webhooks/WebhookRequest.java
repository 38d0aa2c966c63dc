package io.cioagent.benchmarks.webhooks;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** Requests as Customer.io sends them. */
public final class WebhookRequest {

  private WebhookRequest() {}

  /** A webhook on a delivered email, whose event has that number. */
  public static byte[] bytes(int number) {
    String body =
        "{\"event_id\":\"01BENCH"
            + String.format("%019d", number)
            + "\",\"object_type\":\"email\",\"metric\":\"delivered\",\"timestamp\":"
            + System.currentTimeMillis() / 1000
            + ",\"data\":{\"customer_id\":\"acct-7731\",\"delivery_id\":\"dlv-"
            + number
            + "\",\"identifiers\":{\"id\":\"acct-7731\",\"email\":\"robin.vale@example.net\","
            + "\"cio_id\":\"f5757ba560aa\"},\"campaign_id\":118,\"action_id\":642,"
            + "\"journey_id\":\"01RFT02A9FGSKBBCBQ097S4FG9\",\"recipient\":\"robin.vale@example.net\","
            + "\"subject\":\"Your order has shipped\"}}";
    return ("POST /hooks HTTP/1.1\r\nHost: shop.example.com\r\nContent-Type: application/json\r\n"
            + "X-CIO-Timestamp: 1789000105\r\nX-CIO-Signature: 00\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body)
        .getBytes(US_ASCII);
  }
}
