package io.cioagent.it.apps;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** What a receiver got of a body: how many bytes, their digest, and whatever else it saw. */
public final class Reading {

  private final MessageDigest digest = sha256();
  private final StringBuilder notes = new StringBuilder();
  private long count;

  public synchronized void add(byte[] bytes, int offset, int length) {
    digest.update(bytes, offset, length);
    count += length;
  }

  public synchronized void add(int single) {
    digest.update((byte) single);
    count++;
  }

  public synchronized Reading note(String name, Object value) {
    notes.append(' ').append(name).append('=').append(value);
    return this;
  }

  /** Ends the digest: asked for once. */
  public synchronized String reported() {
    StringBuilder text = new StringBuilder(count + " ");
    for (byte each : digest.digest()) {
      text.append(String.format("%02x", each));
    }
    return text.append(notes).toString();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
