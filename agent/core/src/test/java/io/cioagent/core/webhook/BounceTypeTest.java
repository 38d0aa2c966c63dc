package io.cioagent.core.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BounceTypeTest {

  @ParameterizedTest
  @CsvSource({
    "452 4.2.2 The recipient's inbox is out of storage space, soft",
    "550 5.2.2 mailbox is full, soft",
    "552 5.2.2 over quota, soft",
    "451 4.7.1 Greylisting in action, soft",
    "550 5.7.1 message refused, block",
    "554-5.7.26 unauthenticated, block",
    "smtp; 550-5.1.1 no mailbox here, hard",
    "550 5.1.10 RESOLVER.ADR.RecipientNotFound, hard",
    "421 service not available, soft",
    "552 message exceeds storage, soft",
    "550 Requested action not taken: mailbox unavailable, hard",
    "553 sorry, hard",
    "Mailbox FULL, soft",
    "please try again later, soft",
    "a temporary local problem, soft",
    "connection timed out, soft",
    "Unknown User, hard",
    "No such person at this address, hard",
    "this account has been disabled, hard",
    "listed on a Blocklist, block",
    "rejected by local policy, block",
    "looks like spam, block",
    "temporarily blocked for spam, soft",
    "host 10.5.7.1 said no, unknown",
    "version 5.7.1.2 of the filter said no, unknown",
    "Twilio Error 30005: something, unknown",
    "the 4500 messages before it, unknown",
    "delivered as 250 2.0.0 and then nothing, unknown",
    "something else, unknown",
  })
  void firstMatchingRuleDecides(String failureMessage, String expected) {
    assertThat(BounceType.of(failureMessage).label()).isEqualTo(expected);
  }

  @Test
  void missingMessageIsUnknown() {
    assertThat(BounceType.of(null)).isEqualTo(BounceType.UNKNOWN);
    assertThat(BounceType.of("")).isEqualTo(BounceType.UNKNOWN);
  }

  @Test
  void onlyTheStartOfTheMessageIsRead() {
    String filler = String.join("", Collections.nCopies(511, "x"));
    assertThat(BounceType.of(filler + " 550 5.1.1 unknown user")).isEqualTo(BounceType.UNKNOWN);
  }
}
