package io.cioagent.testapp.shop;

/** What happens in the shop, and how often among twenty occasions. */
enum Occasion {
  SIGN_UP("sign-up", 5),
  ORDER("order", 6),
  VISIT("visit", 3),
  PROFILE_CHANGE("profile", 2),
  OPT_OUT("opt-out", 1),
  ACCOUNT_CLOSED("closed", 1),
  /** The European branch, whose region is not set up. */
  EUROPEAN_SIGN_UP("sign-up (EU)", 1),
  /** A nightly job that still holds last year's API key. */
  NIGHTLY_EXPORT("nightly job", 1);

  final String title;
  final int share;

  Occasion(String title, int share) {
    this.title = title;
    this.share = share;
  }
}
