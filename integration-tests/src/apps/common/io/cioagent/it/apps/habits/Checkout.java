package io.cioagent.it.apps.habits;

import io.cioagent.it.apps.habits.customerio.AnnotatedClient;
import io.cioagent.it.apps.habits.customerio.AnnotatedClient$$SpringCGLIB$$0;
import io.cioagent.it.apps.habits.customerio.People;

/** Knows its client only as the framework hands it out. */
public class Checkout {

  private final People byProxy;
  private final AnnotatedClient bySubclass;

  public Checkout(Service service) {
    byProxy = Retry.around(People.class, new AnnotatedClient(service));
    bySubclass = new AnnotatedClient$$SpringCGLIB$$0(service);
  }

  public int throughProxy(String id) {
    return byProxy.identify(id);
  }

  public int throughSubclass(String id) {
    return bySubclass.identify(id);
  }
}
