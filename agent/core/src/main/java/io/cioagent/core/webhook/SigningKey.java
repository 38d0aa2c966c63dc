package io.cioagent.core.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The key that Customer.io signs webhooks with. Safe for any thread. The JDK's cryptography is not
 * used before the first webhook, because an application may install its own provider.
 */
public final class SigningKey {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int HEX = 16;

  private final byte[] key;

  /**
   * Has the key and stays as it is: each check uses a copy, which costs a fraction of a search in
   * all security providers. Null before the first webhook.
   */
  private volatile @Nullable Mac prepared;

  /**
   * Creates a key.
   *
   * @param key the text that Customer.io shows, not empty
   */
  public SigningKey(String key) {
    this.key = key.getBytes(UTF_8);
  }

  /** Starts to check a body that was signed at {@code timestamp}, according to its header. */
  Check check(String timestamp) {
    try {
      Mac mac = mac();
      mac.update(("v0:" + timestamp + ':').getBytes(UTF_8));
      return new Check(mac);
    } catch (GeneralSecurityException e) {
      // Every Java platform has this algorithm, and it accepts any key.
      throw new IllegalStateException("no " + ALGORITHM, e);
    }
  }

  private Mac mac() throws GeneralSecurityException {
    Mac original = prepared;
    if (original == null) {
      original = create();
      prepared = original;
    }
    try {
      return (Mac) original.clone();
    } catch (CloneNotSupportedException e) {
      // Such as that of a hardware module.
      return create();
    }
  }

  private Mac create() throws GeneralSecurityException {
    Mac mac = Mac.getInstance(ALGORITHM);
    mac.init(new SecretKeySpec(key, ALGORITHM));
    return mac;
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

    /** Adds the bytes from the position to the limit without changing either. */
    void add(ByteBuffer bytes) {
      mac.update(bytes.duplicate());
    }

    /**
     * Whether the signature matches the added bytes. Compares in constant time; may be called only
     * once.
     */
    boolean matches(String signature) {
      byte[] received = unhex(signature.trim());
      return received != null && MessageDigest.isEqual(mac.doFinal(), received);
    }
  }

  /** Null for anything but pairs of hexadecimal digits in either case. */
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

  /** Does not contain the key. */
  @Override
  public String toString() {
    return "signing key";
  }
}
