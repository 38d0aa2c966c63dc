package io.cioagent.it.apps.customerio;

import java.io.IOException;

/**
 * Gives the compiler a reason to make a bridge method.
 *
 * @param <T> what the service answered
 */
public interface Tracker<T> {
  T trackEvent(String id) throws IOException;
}
