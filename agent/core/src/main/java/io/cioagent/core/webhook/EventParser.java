package io.cioagent.core.webhook;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.cioagent.core.base.BodyCopy;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the relevant fields of a body as a stream. They may be in any order and among other fields,
 * ids may be null, and numbers may be strings. Safe for any thread.
 */
final class EventParser {
  /** Deeper than any real body and still cheap: the parser needs about 50 bytes per level. */
  private static final int DEEPEST = 20_000;

  /** Longer values are not ids. */
  private static final int LONGEST_ID = 200;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          // The sender chooses field names, and interned names would stay in memory.
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .streamReadConstraints(
              // The size of the body is already limited.
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxNumberLength(WebhookRequest.MOST_BYTES)
                  .maxNameLength(WebhookRequest.MOST_BYTES)
                  .build())
          .build();

  private EventParser() {}

  /**
   * Reads a body, which may be truncated: the relevant fields may precede its end.
   *
   * @param truncated whether the body is incomplete
   * @return an event, which may be incomplete or not a report
   * @throws IOException if the body is not a JSON object
   */
  static Event parse(BodyCopy body, boolean truncated) throws IOException {
    Event event = new Event();
    try (JsonParser json = JSON.createParser(body.bytes(), 0, body.length())) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("the body is not a JSON object");
      }
      for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
        json.nextToken();
        readField(json, name, event);
      }
      event.complete = true;
    } catch (JsonEOFException e) {
      if (!truncated) {
        throw e;
      }
    }
    event.read();
    return event;
  }

  /** The delivery id in the response to a send; null for none. */
  static @Nullable String deliveryId(BodyCopy body) throws IOException {
    try (JsonParser json = JSON.createParser(body.bytes(), 0, body.length())) {
      if (json.nextToken() == JsonToken.START_OBJECT) {
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
          json.nextToken();
          if (name.equals("delivery_id")) {
            return id(json);
          }
          json.skipChildren();
        }
      }
    }
    return null;
  }

  private static void readField(JsonParser json, String name, Event event) throws IOException {
    switch (name) {
      case "event_id":
        event.id = id(json);
        break;
      case "object_type":
      case "object_type_type": // the name in one of Customer.io's own schemas
        event.objectType = id(json);
        break;
      case "metric":
        event.metric = id(json);
        break;
      case "event_type":
        event.legacyType = id(json);
        break;
      case "timestamp":
        event.timestampSeconds = seconds(json);
        break;
      case "data":
        if (json.currentToken() == JsonToken.START_OBJECT) {
          readData(json, event);
          break;
        }
        json.skipChildren();
        break;
      default:
        json.skipChildren();
    }
  }

  private static void readData(JsonParser json, Event event) throws IOException {
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      json.nextToken();
      switch (name) {
        case "delivery_id":
          event.deliveryId = id(json);
          break;
        case "failure_message":
          event.failureMessage = text(json);
          break;
        case "transactional_message_id":
          event.transactional = text(json) != null;
          break;
        case "newsletter_id":
          event.newsletter = text(json) != null;
          break;
        case "broadcast_id":
        case "trigger_id":
          event.broadcast |= text(json) != null;
          break;
        case "campaign_id":
          event.campaign = text(json) != null;
          break;
        default:
          json.skipChildren();
      }
    }
  }

  private static @Nullable String id(JsonParser json) throws IOException {
    String text = text(json);
    return text == null || text.length() > LONGEST_ID ? null : text;
  }

  /** The text of a string or number; null for anything else and for an empty string. */
  private static @Nullable String text(JsonParser json) throws IOException {
    JsonToken token = json.currentToken();
    if (token == JsonToken.VALUE_STRING || (token != null && token.isNumeric())) {
      String text = json.getText();
      return text.isEmpty() ? null : text;
    }
    json.skipChildren();
    return null;
  }

  /** The value of a number or numeric string; 0 for anything else. */
  private static long seconds(JsonParser json) throws IOException {
    if (json.currentToken() == JsonToken.VALUE_NUMBER_INT
        && json.getNumberType() == JsonParser.NumberType.INT) {
      return Math.max(0, json.getLongValue());
    }
    String text = text(json);
    if (text == null) {
      return 0;
    }
    try {
      double seconds = Double.parseDouble(text.trim());
      return seconds > 0 && seconds < Integer.MAX_VALUE * 4d ? (long) seconds : 0;
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
