package io.cioagent.core.privacy;

import org.jspecify.annotations.Nullable;

/**
 * A masked copy of application data. Immutable; contains no objects of the application's classes.
 */
public final class MaskedData {
  /** Replaces data that exceeds the limits. */
  public static final String CUT = "[CUT]";

  private final @Nullable Object tree;
  private final int characters;

  MaskedData(@Nullable Object tree, int characters) {
    this.tree = tree;
    this.characters = characters;
  }

  /**
   * Maps with text keys, lists, texts, {@link Boolean}s and finite numbers of {@code java.lang} and
   * {@code java.math}; null for null.
   */
  public @Nullable Object tree() {
    return tree;
  }

  /** The approximate number of characters of its text form. */
  public int characters() {
    return characters;
  }
}
