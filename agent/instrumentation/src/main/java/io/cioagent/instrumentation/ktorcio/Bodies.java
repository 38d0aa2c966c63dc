package io.cioagent.instrumentation.ktorcio;

import io.cioagent.core.call.AnswerBody;
import io.cioagent.core.webhook.WebhookRequest;
import io.cioagent.instrumentation.LibraryObjects;
import io.cioagent.instrumentation.answer.Answers;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** What the application reads of a channel: the answer to a send, or a webhook. */
final class Bodies {
  /** The bodies of webhooks, by their channel. */
  static final LibraryObjects<WebhookRequest> RECEIVED = new LibraryObjects<>();

  private final @Nullable AnswerBody answer;
  private final @Nullable WebhookRequest webhook;

  private Bodies(@Nullable AnswerBody answer, @Nullable WebhookRequest webhook) {
    this.answer = answer;
    this.webhook = webhook;
  }

  /** Null for a channel whose content is of no interest. */
  static @Nullable Bodies of(Object channel) {
    AnswerBody answer = Answers.of(channel);
    WebhookRequest webhook = RECEIVED.get(channel);
    return answer == null && webhook == null ? null : new Bodies(answer, webhook);
  }

  void read(ByteBuffer bytes) {
    if (answer != null) {
      answer.read(bytes);
      // Whether more follows is not known; an incomplete answer is no evidence.
      answer.end();
    }
    if (webhook != null) {
      webhook.read(bytes);
    }
  }

  /** The application has all there is. */
  void end() {
    if (webhook != null) {
      webhook.readToEnd();
    }
  }
}
