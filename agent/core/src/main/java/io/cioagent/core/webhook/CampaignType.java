package io.cioagent.core.webhook;

import java.util.Locale;

/** The kind of campaign that a message belongs to. */
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
