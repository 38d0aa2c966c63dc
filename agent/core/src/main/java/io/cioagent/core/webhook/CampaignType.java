package io.cioagent.core.webhook;

import java.util.Locale;

/** What kind of sending a message was part of. */
public enum CampaignType {
  CAMPAIGN,
  NEWSLETTER,
  BROADCAST,
  TRANSACTIONAL,
  UNKNOWN;

  private final String label = name().toLowerCase(Locale.ROOT);

  public String label() {
    return label;
  }
}
