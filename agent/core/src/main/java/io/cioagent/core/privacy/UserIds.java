package io.cioagent.core.privacy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/** Converts user ids to the form that may be shown. Immutable and safe for any thread. */
public final class UserIds {
  private static final int LONGEST_SHOWN = 200;
  private static final int HASH_BYTES = 8;
  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private final UserIdMode mode;

  /**
   * @param mode null counts as {@link UserIdMode#AUTO}
   */
  public UserIds(UserIdMode mode) {
    this.mode = mode == null ? UserIdMode.AUTO : mode;
  }

  /**
   * The form of a user id that may be shown: at most 200 characters, or the first 16 hexadecimal
   * digits of the SHA-256 of its UTF-8 bytes. Null for null, with {@link UserIdMode#NONE}, and for
   * a path or URL, because some client methods have one in place of the id.
   */
  public @Nullable String shown(@Nullable String userId) {
    if (userId == null || mode == UserIdMode.NONE || MaskedText.isAddress(userId)) {
      return null;
    }
    if (mode == UserIdMode.HASH
        || userId.length() > LONGEST_SHOWN
        || (mode == UserIdMode.AUTO && isPersonal(userId))) {
      return hash(userId);
    }
    return userId;
  }

  /**
   * The text with the user id replaced by its {@link #shown} form, because exceptions often quote
   * the id.
   *
   * @param userId null if unknown
   */
  public @Nullable String hiddenIn(@Nullable String text, @Nullable String userId) {
    if (text == null || userId == null || userId.isEmpty() || !text.contains(userId)) {
      return text;
    }
    String shown = shown(userId);
    return userId.equals(shown) ? text : text.replace(userId, MaskedText.REDACTED);
  }

  /**
   * An id of digits alone is not personal: most are database keys, and a phone number in E.164 form
   * has a plus. An id with an {@code @} inside counts as an email address, even without a dot.
   */
  private static boolean isPersonal(String id) {
    return PersonalData.hasAtSignInside(id) || PersonalData.isPhone(id);
  }

  private static String hash(String id) {
    byte[] digest;
    try {
      digest = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      // Every Java platform has SHA-256, but the id must not be shown if a provider is missing.
      return MaskedText.REDACTED;
    }
    char[] text = new char[HASH_BYTES * 2];
    for (int i = 0; i < HASH_BYTES; i++) {
      text[2 * i] = HEX[(digest[i] >> 4) & 0xf];
      text[2 * i + 1] = HEX[digest[i] & 0xf];
    }
    return new String(text);
  }
}
