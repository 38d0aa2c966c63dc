package io.cioagent.core.privacy;

import java.util.Collection;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/**
 * Rules for masking the data of an application, and messages that quote the data. Immutable and
 * safe for any thread.
 */
public final class DataRules {
  /** For texts without further context. */
  static final DataRules DEFAULT =
      new DataRules(Collections.emptyList(), new UserIds(UserIdMode.AUTO));

  private final FieldNames piiFields;
  private final UserIds userIds;

  /**
   * @param piiFields names of fields whose values are always masked; case, {@code _} and {@code -}
   *     are ignored
   */
  public DataRules(Collection<String> piiFields, UserIds userIds) {
    this.userIds = userIds;
    this.piiFields = new FieldNames(piiFields);
  }

  /**
   * A masked copy, bounded in depth and size. Never throws; unreadable data is marked.
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
   * The text without the user id, personal data, credentials, and the values of masked fields in
   * the format of maps and JSON. Null for null.
   *
   * @param userId null where none is known
   */
  public @Nullable String text(@Nullable String text, @Nullable String userId) {
    String hidden = userIds.hiddenIn(text, userId);
    return hidden == null ? null : maskedText(hidden);
  }

  String maskedText(String text) {
    return MaskedText.withFields(text, piiFields);
  }

  /** Whether the value of a field of this name is always masked. */
  boolean hides(String field) {
    return Credentials.isSecretName(field, 0, field.length())
        || piiFields.contain(field, 0, field.length());
  }
}
