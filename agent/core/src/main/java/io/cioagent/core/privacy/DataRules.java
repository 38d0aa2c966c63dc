package io.cioagent.core.privacy;

import java.util.Collection;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/**
 * What is masked in data that an application passes along, and in messages that quote them.
 * Immutable and safe for any thread.
 */
public final class DataRules {
  /** For texts of which nothing else is known. */
  static final DataRules DEFAULT =
      new DataRules(Collections.emptyList(), new UserIds(UserIdMode.AUTO));

  private final FieldNames piiFields;
  private final UserIds userIds;

  /**
   * @param piiFields names of fields whose values are masked whatever they hold; case, {@code _}
   *     and {@code -} make no difference
   */
  public DataRules(Collection<String> piiFields, UserIds userIds) {
    this.userIds = userIds;
    this.piiFields = new FieldNames(piiFields);
  }

  /**
   * A copy that may be shown, bounded in depth and size. Whatever the data does when it is walked
   * through, nothing is thrown from here: what cannot be read is marked.
   *
   * @param userId null if unknown
   */
  public @Nullable MaskedData mask(@Nullable Object data, @Nullable String userId) {
    if (data == null) {
      return null;
    }
    boolean hidden = userId != null && !userId.isEmpty() && !userId.equals(userIds.shown(userId));
    DataWalk walk = new DataWalk(this, hidden ? userId : null);
    return new MaskedData(walk.value(data), walk.characters());
  }

  /**
   * The masked text: first the user id, then what texts are masked for, and the values of fields as
   * maps and JSON are written in messages.
   */
  public @Nullable String text(@Nullable String text, @Nullable String userId) {
    String hidden = userIds.hiddenIn(text, userId);
    return hidden == null ? null : maskedText(hidden);
  }

  String maskedText(String text) {
    return MaskedText.withFields(text, piiFields);
  }

  /** Whether nothing may be shown of a field called like this. */
  boolean hides(String field) {
    return Credentials.isSecretName(field, 0, field.length())
        || piiFields.contain(field, 0, field.length());
  }
}
