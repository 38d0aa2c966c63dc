package io.cioagent.core.webhook;

import java.util.Locale;

/**
 * The object types of events and the metrics that Customer.io reports for them: those with a
 * documented payload and those that are only listed as subscriptions (email_deferred,
 * slack_converted, sms_dropped, webhook_converted).
 */
enum Channel {
  EMAIL(
      "drafted attempted sent delivered opened clicked converted bounced dropped spammed"
          + " unsubscribed failed undeliverable deferred"),
  PUSH(
      "drafted attempted sent delivered opened clicked converted bounced dropped failed"
          + " undeliverable"),
  SMS(
      "drafted attempted sent delivered clicked converted bounced failed undeliverable replied"
          + " dropped"),
  WHATSAPP(
      "drafted attempted sent delivered opened clicked converted bounced dropped failed"
          + " undeliverable replied"),
  IN_APP("drafted attempted sent opened clicked converted failed undeliverable"),
  SLACK("drafted attempted sent clicked failed undeliverable converted"),
  WEBHOOK("drafted attempted sent clicked failed undeliverable converted"),
  CUSTOMER("subscribed unsubscribed subscription_preferences_changed");

  private final String objectType = name().toLowerCase(Locale.ROOT);
  private final String metrics;

  Channel(String metrics) {
    this.metrics = metrics;
  }

  /** The name in events. */
  String objectType() {
    return objectType;
  }

  String[] metrics() {
    return metrics.split(" ", -1);
  }
}
