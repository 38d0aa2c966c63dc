package io.cioagent.core.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The key that Customer.io signs webhooks with. Safe for any thread. Nothing of the JDK's
 * cryptography is touched before the first webhook, as an application may install its own provider.
 */
public final class SigningKey {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int HEX = 16;

  private final byte[] key;

  /**
   * The key of that text.
   *
   * @param key as Customer.io shows it, not empty
   */
  public SigningKey(String key) {
    this.key = key.getBytes(UTF_8);
  }

  /** Begins to check a body that was signed at {@code timestamp}, as its header says. */
  Check check(String timestamp) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      mac.update(("v0:" + timestamp + ':').getBytes(UTF_8));
      return new Check(mac);
    } catch (GeneralSecurityException e) {
      // Every Java platform has this algorithm, and it takes any key.
      throw new IllegalStateException("no " + ALGORITHM, e);
    }
  }

  /** The check of one body; used by one thread at a time. */
  static final class Check {
    private final Mac mac;

    private Check(Mac mac) {
      this.mac = mac;
    }

    void add(byte[] bytes, int offset, int length) {
      mac.update(bytes, offset, length);
    }

    /** Adds what is between the position and the limit, and leaves both as they are. */
    void add(ByteBuffer bytes) {
      mac.update(bytes.duplicate());
    }

    /** Whether what came until now is what was signed; compares in constant time. Once only. */
    boolean matches(String signature) {
      byte[] given = unhex(signature.trim());
      return given != null && MessageDigest.isEqual(mac.doFinal(), given);
    }
  }

  /** Null for anything but pairs of hexadecimal digits, of either case. */
  private static byte @Nullable [] unhex(String text) {
    if (text.length() % 2 != 0) {
      return null;
    }
    byte[] bytes = new byte[text.length() / 2];
    for (int i = 0; i < bytes.length; i++) {
      int high = Character.digit(text.charAt(2 * i), HEX);
      int low = Character.digit(text.charAt(2 * i + 1), HEX);
      if (high < 0 || low < 0) {
        return null;
      }
      bytes[i] = (byte) (high * HEX + low);
    }
    return bytes;
  }

  /** Never the key. */
  @Override
  public String toString() {
    return "signing key";
  }
}
