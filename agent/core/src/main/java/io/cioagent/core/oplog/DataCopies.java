package io.cioagent.core.oplog;

import io.cioagent.core.call.Call;
import io.cioagent.core.config.LogSettings;
import io.cioagent.core.privacy.DataRules;
import io.cioagent.core.privacy.MaskedData;

/**
 * Copies and masks the data of calls that are logged later, because the application may change it
 * in the meantime. Safe for any thread.
 */
public final class DataCopies {
  /** Copies for each permitted line, because most calls that return now are not logged. */
  private static final int COPIES_PER_LINE = 10;

  private final DataRules rules;
  private final RateLimit limit;

  public DataCopies(LogSettings settings, DataRules rules) {
    this.rules = rules;
    limit = new RateLimit(settings.rateLimit() * COPIES_PER_LINE, System.nanoTime());
  }

  /** Replaces the data of a call by a copy, unless there are too many copies. */
  public void copy(Call call) {
    Object data = call.data();
    if (data != null && !(data instanceof MaskedData) && limit.pass(System.nanoTime())) {
      Object userId = call.userId();
      call.keepData(rules.mask(data, userId == null ? null : userId.toString()));
    }
  }
}
