package io.cioagent.core.telemetry;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import org.quicktheories.core.RandomnessSource;
import org.quicktheories.impl.Constraint;

/** A secret that must not leave the application: its text, and the core that identifies it. */
final class Secret {
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
  private static final String TOKEN_LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~+/";
  private static final String[] DOMAINS = {
    "example.com", "mail.example.co.uk", "b\u00fccher.example", "10.0.0.1", "EXAMPLE.ORG"
  };

  final String text;
  final String core;

  private Secret(String text, String core) {
    this.text = text;
    this.core = core;
  }

  /** A random number from 0 to {@code most}. */
  static int upTo(RandomnessSource random, int most) {
    return (int) random.next(Constraint.between(0, most));
  }

  static String oneOf(RandomnessSource random, String... choices) {
    return choices[upTo(random, choices.length - 1)];
  }

  /** Long enough not to occur by chance. */
  static String word(RandomnessSource random) {
    return "zq" + letters(random, LETTERS, 10);
  }

  private static String letters(RandomnessSource random, String of, int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(of.charAt(upTo(random, of.length() - 1)));
    }
    return text.toString();
  }

  /** A secret that is recognized by its pattern wherever it is a separate word. */
  static Secret byLooks(RandomnessSource random) {
    switch (upTo(random, 5)) {
      case 0:
        return email(random);
      case 1:
        return phone(random);
      case 2:
        return bearer(random);
      case 3:
        return basic(random);
      case 4:
        return parameter(random);
      default:
        return url(random);
    }
  }

  static Secret email(RandomnessSource random) {
    String core = word(random);
    String local =
        oneOf(random, "", "j.", "x_", "o'")
            + core
            + oneOf(random, "", ".doe", "+tag", "-1", "%2Bx");
    String address = local + oneOf(random, "@", "%40") + oneOf(random, DOMAINS);
    return new Secret(upTo(random, 3) == 0 ? address.toUpperCase(Locale.ROOT) : address, core);
  }

  static Secret phone(RandomnessSource random) {
    String last = "7" + letters(random, "0123456789", 6);
    String area = "5" + letters(random, "0123456789", 2);
    String separator = oneOf(random, "", " ", "-", ".", "\u00a0");
    String country = oneOf(random, "1", "49", "351");
    if (upTo(random, 3) == 0) {
      String national = last.substring(0, 3) + oneOf(random, "-", ".") + last.substring(3);
      String before = oneOf(random, "(" + area + ") ", area + "-", "1-" + area + "-");
      return new Secret(before + national, national);
    }
    String plus = oneOf(random, "+", "%2B", "%2b");
    String text =
        upTo(random, 3) == 0
            ? plus + country + " (" + area + ") " + last
            : plus + country + separator + area + separator + last;
    return new Secret(text, last);
  }

  static Secret bearer(RandomnessSource random) {
    String core = "x9" + letters(random, TOKEN_LETTERS, 24);
    String scheme = oneOf(random, "Bearer", "bearer", "BEARER", "Authorization: Bearer");
    return new Secret(scheme + " " + core, core.substring(2));
  }

  static Secret basic(RandomnessSource random) {
    String pair = word(random) + ":" + word(random);
    String core = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    return new Secret(oneOf(random, "Basic ", "basic ", "Authorization=Basic ") + core, core);
  }

  static Secret parameter(RandomnessSource random) {
    String core = word(random);
    String name = oneOf(random, "api_key", "apiKey", "TOKEN", "client-secret", "password");
    if (upTo(random, 2) == 0) {
      return new Secret("{\"" + name + "\": \"" + core + "\"}", core);
    }
    String quote = oneOf(random, "", "'", "\"");
    return new Secret(name + "=" + quote + core + quote, core);
  }

  static Secret url(RandomnessSource random) {
    String core = word(random);
    String url = "https://track.customer.io/api/v1/customers/";
    switch (upTo(random, 3)) {
      case 0:
        return new Secret(url + core, core);
      case 1:
        return new Secret("/v1/customers/" + core + "/events", core);
      case 2:
        return new Secret("https://shop.example/people?who=" + core, core);
      default:
        return new Secret("http://" + core + ":" + core + "@proxy.example:8080/", core);
    }
  }

  /** A text that is secret only because of the name of its field. */
  static Secret plain(RandomnessSource random) {
    String core = word(random);
    return new Secret(oneOf(random, "", "the ", "1 ") + core, core);
  }

  /** The same without a space, for places where a space ends the value. */
  static Secret bare(RandomnessSource random) {
    String core = word(random);
    return new Secret(core, core);
  }

  @Override
  public String toString() {
    return text;
  }
}
