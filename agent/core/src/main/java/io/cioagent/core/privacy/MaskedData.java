package io.cioagent.core.privacy;

import org.jspecify.annotations.Nullable;

/**
 * A copy of data of the application that may be shown. Immutable; holds no object of the
 * application's own classes.
 */
public final class MaskedData {
  /** Stands where something did not fit. */
  public static final String CUT = "[CUT]";

  private final @Nullable Object tree;
  private final int characters;

  MaskedData(@Nullable Object tree, int characters) {
    this.tree = tree;
    this.characters = characters;
  }

  /**
   * Maps with text as keys, lists, texts, {@link Boolean}s and numbers of {@code java.lang} and
   * {@code java.math} that are finite; null for null.
   */
  public @Nullable Object tree() {
    return tree;
  }

  /** About how many characters it takes to write it down. */
  public int characters() {
    return characters;
  }
}
