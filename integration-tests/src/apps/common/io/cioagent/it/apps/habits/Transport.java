package io.cioagent.it.apps.habits;

import java.io.IOException;

/** The HTTP library beneath the clients. Needs a public constructor without parameters. */
public interface Transport {

  /**
   * One exchange; redirects are followed.
   *
   * @param body null for none
   * @return the status
   */
  int send(String method, String address, String body) throws IOException;
}
