package io.cioagent.it.apps;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.Authenticator;
import java.net.PasswordAuthentication;
import java.util.Base64;

/** The credentials that every application sends along; the tests search for them afterwards. */
public final class Secrets {

  /** Site id and API key as the Track API wants them. */
  public static final String BASIC =
      "Basic "
          + Base64.getEncoder()
              .encodeToString("site-invented-51:key-invented-9f3c77".getBytes(UTF_8));

  /** The same, for the JDK to ask for. */
  static final class Login extends Authenticator {
    @Override
    protected PasswordAuthentication getPasswordAuthentication() {
      return new PasswordAuthentication("site-invented-51", "key-invented-9f3c77".toCharArray());
    }
  }

  private Secrets() {}
}
