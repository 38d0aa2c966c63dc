package io.cioagent.core.oplog;

import io.cioagent.core.call.Outcome;
import io.cioagent.core.config.LogLevel;
import io.cioagent.core.privacy.DataRules;
import io.cioagent.core.privacy.MaskedData;
import io.cioagent.core.privacy.UserIdMode;
import io.cioagent.core.privacy.UserIds;
import java.util.Collections;

/** Log records for tests. */
final class SampleLogRecords {
  private SampleLogRecords() {}

  static LogRecord.Draft draft() {
    LogRecord.Draft draft =
        new LogRecord.Draft(
            LogLevel.INFO, Outcome.SUCCESS, "Customer.io track succeeded", 1_000L, 12_345_678L);
    draft.operation = "track";
    return draft;
  }

  static LogRecord withUser(String userId) {
    LogRecord.Draft draft = draft();
    draft.userId = userId;
    return new LogRecord(draft);
  }

  static MaskedData data(Object data) {
    return new DataRules(Collections.emptyList(), new UserIds(UserIdMode.PLAIN)).mask(data, null);
  }
}
