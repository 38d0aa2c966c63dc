package io.cioagent.core.webhook;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The kind of a bounce, which indicates whether a retry makes sense. Customer.io does not report
 * it; it is derived from the receiving server's message and the meaning of SMTP reply codes and
 * enhanced codes (RFC 3463).
 */
public enum BounceType {
  HARD,
  SOFT,
  BLOCK,
  UNKNOWN;

  /** The message is free text of the receiving server and may be very long. */
  private static final int MAX_LENGTH = 512;

  /** Excludes parts of addresses and version numbers. */
  private static final Pattern ENHANCED_CODE =
      Pattern.compile("(?<![\\d.])([245])\\.(\\d{1,3})\\.(\\d{1,3})(?!\\.?\\d)");

  private static final Pattern REPLY_CODE = Pattern.compile("(?<![\\w.])([45])\\d\\d(?![\\w.])");

  private static final String[] SOFT_WORDS = {
    "mailbox full", "quota", "try again", "temporar", "greylist", "timed out"
  };
  private static final String[] HARD_WORDS = {
    "unknown user", "does not exist", "no such", "invalid recipient", "disabled"
  };
  private static final String[] BLOCK_WORDS = {
    "spam", "blocked", "blacklist", "blocklist", "policy", "reputation"
  };

  private final String label = name().toLowerCase(Locale.ROOT);

  /** The type that a failure message indicates; null means that there is no message. */
  static BounceType of(@Nullable String failureMessage) {
    if (failureMessage == null) {
      return UNKNOWN;
    }
    String message =
        failureMessage
            .substring(0, Math.min(failureMessage.length(), MAX_LENGTH))
            .toLowerCase(Locale.ROOT);
    Matcher enhanced = ENHANCED_CODE.matcher(message);
    if (enhanced.find()) {
      BounceType byCode = ofEnhancedCode(enhanced);
      if (byCode != UNKNOWN) {
        return byCode;
      }
    }
    Matcher reply = REPLY_CODE.matcher(message);
    if (reply.find()) {
      return reply.group(1).equals("4") || reply.group().equals("552") ? SOFT : HARD;
    }
    return ofWords(message);
  }

  private static BounceType ofEnhancedCode(Matcher code) {
    boolean mailboxFull = code.group(2).equals("2") && code.group(3).equals("2");
    if (mailboxFull || code.group(1).equals("4")) {
      return SOFT;
    }
    if (code.group(1).equals("5")) {
      return code.group(2).equals("7") ? BLOCK : HARD;
    }
    return UNKNOWN;
  }

  private static BounceType ofWords(String message) {
    if (containsAny(message, SOFT_WORDS)) {
      return SOFT;
    }
    if (containsAny(message, HARD_WORDS)) {
      return HARD;
    }
    return containsAny(message, BLOCK_WORDS) ? BLOCK : UNKNOWN;
  }

  private static boolean containsAny(String message, String[] words) {
    for (String word : words) {
      if (message.contains(word)) {
        return true;
      }
    }
    return false;
  }

  public String label() {
    return label;
  }
}
