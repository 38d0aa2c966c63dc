package io.cioagent.instrumentation.jettyserver12;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;

/** Says at once, and not at every request, that this copy of Jetty is none that we know. */
abstract class JettyAdapter extends Adapter {

  JettyAdapter(Observer observer) {
    super(observer, "jettyserver");
    Jetty.link();
  }
}
