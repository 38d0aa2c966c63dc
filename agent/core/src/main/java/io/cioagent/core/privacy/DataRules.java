package io.cioagent.core.privacy;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * What is masked in the data that an application passes along. Immutable and safe for any thread.
 */
public final class DataRules {
  private final Set<String> piiFields = new HashSet<>();
  private final UserIds userIds;

  /**
   * @param piiFields names of fields whose values are masked whatever they hold; case, {@code _}
   *     and {@code -} make no difference
   */
  public DataRules(Collection<String> piiFields, UserIds userIds) {
    this.userIds = userIds;
    for (String name : piiFields) {
      this.piiFields.add(plain(name));
    }
  }

  /**
   * A copy that may be shown, bounded in depth and size. Whatever the data does when it is walked
   * through, nothing is thrown from here: what cannot be read is marked.
   *
   * @param data null for null
   * @param userId null where none is known
   */
  public MaskedData mask(Object data, String userId) {
    if (data == null) {
      return null;
    }
    boolean hidden = userId != null && !userId.isEmpty() && !userId.equals(userIds.shown(userId));
    DataWalk walk = new DataWalk(this, hidden ? userId : null);
    return new MaskedData(walk.value(data), walk.characters());
  }

  /** Whether nothing may be shown of a field called like this. */
  boolean hides(String field) {
    return Credentials.isSecretName(field, 0, field.length()) || piiFields.contains(plain(field));
  }

  private static String plain(String name) {
    StringBuilder plain = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c != '_' && c != '-') {
        plain.append(Character.toLowerCase(c));
      }
    }
    return plain.toString();
  }
}
