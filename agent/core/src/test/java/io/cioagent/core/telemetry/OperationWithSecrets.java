package io.cioagent.core.telemetry;

import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.quicktheories.core.Gen;
import org.quicktheories.core.RandomnessSource;

/** A random operation of an application, with secrets in every possible place. */
final class OperationWithSecrets {
  private static final int DEEPEST = 4;
  private static final int MOST_ENTRIES = 4;

  final List<Secret> secrets = new ArrayList<>();
  final String userId;
  final String eventName;
  final Map<String, Object> data;
  final String path;
  final String header;
  final Throwable error;

  /** A failure of the agent itself, without a user id. */
  final Throwable failure;

  private final RandomnessSource random;
  private boolean quotesFields = true;

  static Gen<OperationWithSecrets> any() {
    return OperationWithSecrets::new;
  }

  private OperationWithSecrets(RandomnessSource random) {
    this.random = random;
    userId = userId();
    eventName = sentence();
    data = map(0);
    path = "/api/v1/customers/" + plant(Secret.plain(random)) + "?q=" + plant(Secret.email(random));
    error = Secret.upTo(random, 2) == 0 ? null : error(userId);
    // The following texts are about the agent itself and have neither user ids nor fields.
    quotesFields = false;
    header = sentence("");
    failure = error("");
  }

  private String plant(Secret secret) {
    secrets.add(secret);
    return secret.text;
  }

  private String userId() {
    switch (Secret.upTo(random, 3)) {
      case 0:
        return plant(Secret.email(random));
      case 1:
        return "+1555" + plantDigits();
      case 2:
        return plant(Secret.plain(random)) + "@localhost";
      default:
        return "user-1";
    }
  }

  private String plantDigits() {
    Secret phone = Secret.phone(random);
    secrets.add(phone);
    return phone.core;
  }

  private String sentence() {
    return sentence(userId);
  }

  /** Ordinary words with secrets as separate words between them. */
  private String sentence(String quotedId) {
    StringBuilder text = new StringBuilder(Secret.oneOf(random, "", "no ", "Refused: ", "\u00e4 "));
    int plants = Secret.upTo(random, 2);
    for (int i = 0; i < plants; i++) {
      String open = Secret.oneOf(random, "", "<", "(", "\"", "'", "{\"a\":\"", "to=", "\n", "a,");
      text.append(open).append(plant(Secret.byLooks(random)));
      text.append(Secret.oneOf(random, " ", "> ", ") ", "\" ", "\n", " and ", "\t"));
    }
    if (Secret.upTo(random, 3) == 0) {
      text.append(quotedId);
    }
    if (quotesFields && Secret.upTo(random, 3) == 0) {
      // Clients often quote rejected data this way.
      text.append(" {a=1, ").append(piiField()).append('=').append(plant(Secret.bare(random)));
      text.append(", b=2} ");
    }
    return text.append(Secret.oneOf(random, "", "please", "end.")).toString();
  }

  private Throwable error(String quotedId) {
    Throwable cause =
        Secret.upTo(random, 1) == 0 ? null : new IllegalStateException(sentence(quotedId));
    RuntimeException made = new IllegalArgumentException(sentence(quotedId), cause);
    made.addSuppressed(new IllegalStateException(sentence(quotedId)));
    return made;
  }

  private Map<String, Object> map(int depth) {
    Map<String, Object> map = new LinkedHashMap<>();
    int entries = Secret.upTo(random, MOST_ENTRIES);
    for (int i = 0; i < entries; i++) {
      switch (Secret.upTo(random, 3)) {
        case 0:
          map.put(piiField(), hidden(depth + 1));
          break;
        case 1:
          map.put(sentence() + i, value(depth + 1));
          break;
        default:
          map.put("field" + i, value(depth + 1));
      }
    }
    return map;
  }

  /** The name of a masked field in one of its spellings. */
  private String piiField() {
    String name =
        Secret.oneOf(
            random,
            "email",
            "phone",
            "address",
            "ssn",
            "e_mail",
            "E-Mail",
            "Phone_",
            "SSN",
            "s-s-n",
            "api_key",
            "clientSecret",
            "ACCESS-TOKEN",
            "password");
    return Secret.upTo(random, 2) == 0 ? name.toUpperCase(Locale.ROOT) : name;
  }

  private Object hidden(int depth) {
    String secret = plant(Secret.plain(random));
    switch (Secret.upTo(random, 2)) {
      case 0:
        return secret;
      case 1:
        return depth < DEEPEST ? Collections.singletonMap("of", Arrays.asList(1, secret)) : secret;
      default:
        return new String[] {secret};
    }
  }

  private Object value(int depth) {
    switch (Secret.upTo(random, depth < DEEPEST ? 9 : 4)) {
      case 0:
        return new Bean(plant(Secret.plain(random)));
      case 1:
        return sentence().toCharArray();
      case 2:
        return CharBuffer.wrap(sentence());
      case 3:
        return Secret.upTo(random, 1000);
      case 4:
        return sentence();
      case 5:
        return map(depth);
      case 6:
        return Arrays.asList(value(depth + 1), sentence());
      case 7:
        return new Object[] {value(depth + 1)};
      case 8:
        return Optional.of(value(depth + 1));
      default:
        return Collections.singleton(map(depth));
    }
  }

  /** A class of the application whose methods return the secret. */
  private static final class Bean {
    private final String secret;

    Bean(String secret) {
      this.secret = secret;
    }

    @Override
    public String toString() {
      return "Bean of " + secret;
    }
  }

  @Override
  public String toString() {
    return "user " + userId + ", event " + eventName + ", data " + data + ", error " + error;
  }
}
