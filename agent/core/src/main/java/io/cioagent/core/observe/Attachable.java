package io.cioagent.core.observe;

/**
 * Something that the listener can keep what it needs with, such as its span. Safe for any thread.
 */
public abstract class Attachable {
  private volatile Object attachment;

  Attachable() {}

  /** Whatever the listener attached, null at first. */
  public final Object attachment() {
    return attachment;
  }

  /** Lets the listener keep something until the end. */
  public final void attach(Object something) {
    attachment = something;
  }
}
