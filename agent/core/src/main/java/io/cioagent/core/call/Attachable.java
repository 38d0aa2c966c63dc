package io.cioagent.core.call;

import org.jspecify.annotations.Nullable;

/** Lets the listener attach what it needs, such as a span. Safe for any thread. */
public abstract class Attachable {
  private volatile @Nullable Object attachment;

  Attachable() {}

  /** What the listener attached, null at first. */
  public final @Nullable Object attachment() {
    return attachment;
  }

  /** Attaches something until the end. */
  public final void attach(Object something) {
    attachment = something;
  }
}
