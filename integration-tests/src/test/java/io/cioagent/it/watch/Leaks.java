package io.cioagent.it.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** Words that the applications send to Customer.io and that no output may contain. */
public final class Leaks {

  /** A user's e-mail address; {@link #SECRETS} finds its encoded form too. */
  public static final String EMAIL = "robin.vale@example.net";

  /** A user's phone number. */
  public static final String PHONE = "+15550100233";

  /** For query strings. */
  public static final String TOKEN = "tok-invented-77d1";

  /** A user id that is no personal data by itself, but may not appear within a path. */
  public static final String ID = "cust-5512";

  private static final List<String> SECRETS =
      List.of(
          "robin.vale",
          "5550100233",
          TOKEN,
          "key-invented",
          "a2V5LWludmVudGVk", // the same within a Basic header, in any of its three alignments
          "trZXktaW52ZW50ZW",
          "LZXktaW52ZW50ZWQ",
          "customers/" + ID);

  private Leaks() {}

  public static void assertNone(String where, String text) {
    for (String secret : SECRETS) {
      assertThat(text).as(where).doesNotContainIgnoringCase(secret);
    }
  }
}
