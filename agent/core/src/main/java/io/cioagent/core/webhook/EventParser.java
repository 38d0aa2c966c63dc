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
 * Reads the few fields that count out of a body, as a stream: in any order, with any others
 * between, null where others have an id, numbers written as strings. Safe for any thread.
 */
final class EventParser {
  /** Deeper than any real body, and still cheap: a reader's level takes some fifty bytes. */
  private static final int DEEPEST = 20_000;

  /** Longer values are no ids; nobody needs them whole. */
  private static final int LONGEST_ID = 200;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          // Names of fields are the sender's to choose: an interned one would stay for good.
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .streamReadConstraints(
              // The body is bounded already.
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxNumberLength(WebhookRequest.MOST_BYTES)
                  .maxNameLength(WebhookRequest.MOST_BYTES)
                  .build())
          .build();

  private EventParser() {}

  /**
   * Reads what there is; where a body breaks off, what counts may have come before.
   *
   * @param goesOn whether the body goes on beyond what is there
   * @return look whether it {@link Event#isReport}, and whether it {@link Event#isWhole}
   * @throws IOException where the body is no JSON object
   */
  static Event parse(BodyCopy body, boolean goesOn) throws IOException {
    Event event = new Event();
    try (JsonParser json = JSON.createParser(body.bytes(), 0, body.length())) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("the body is not a JSON object");
      }
      for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
        json.nextToken();
        readField(json, name, event);
      }
      event.whole = true;
    } catch (JsonEOFException e) {
      if (!goesOn) {
        throw e;
      }
    }
    event.complete();
    return event;
  }

  /** The id of the delivery that the answer to a send names; null for none. */
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
      case "object_type_type": // so one of Customer.io's own schemas calls it
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

  /** A string or a number as it is written; null for anything else and for nothing in it. */
  private static @Nullable String text(JsonParser json) throws IOException {
    JsonToken token = json.currentToken();
    if (token == JsonToken.VALUE_STRING || (token != null && token.isNumeric())) {
      String text = json.getText();
      return text.isEmpty() ? null : text;
    }
    json.skipChildren();
    return null;
  }

  /** A number or the text of one; 0 for anything else. */
  private static long seconds(JsonParser json) throws IOException {
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
