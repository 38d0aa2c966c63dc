package io.cioagent.instrumentation.jettyclient;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;

/** Says at once, and not at every call, that this copy of Jetty is none that we know. */
abstract class JettyAdapter extends Adapter {

  JettyAdapter(Observer observer) {
    super(observer, "jettyclient");
    Jetty.link();
  }
}
