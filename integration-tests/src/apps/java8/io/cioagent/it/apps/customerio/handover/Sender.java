package io.cioagent.it.apps.customerio.handover;

import io.cioagent.it.apps.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadFactory;

/** One request, as what each way of handing work over wants to have it. */
final class Sender implements Runnable, Callable<Integer> {

  private final String address;

  Sender(String base, String id) {
    this.address = base + "/api/v1/customers/" + id;
  }

  @Override
  public void run() {
    call();
  }

  @Override
  public Integer call() {
    try {
      return Wire.call("PUT", address);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String address() {
    return address;
  }

  static ThreadFactory daemons(String name) {
    return work -> {
      Thread thread = new Thread(work, name);
      thread.setDaemon(true);
      return thread;
    };
  }
}
