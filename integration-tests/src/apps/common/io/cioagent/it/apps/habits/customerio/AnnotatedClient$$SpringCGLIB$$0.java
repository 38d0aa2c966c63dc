package io.cioagent.it.apps.habits.customerio;

import io.cioagent.it.apps.habits.Service;

/** As a framework would generate it, name included. */
public class AnnotatedClient$$SpringCGLIB$$0 extends AnnotatedClient {

  public AnnotatedClient$$SpringCGLIB$$0(Service service) {
    super(service);
  }

  @Override
  public int identify(String id) {
    for (int call = 1; ; call++) {
      try {
        return super.identify(id);
      } catch (IllegalStateException e) {
        if (call == 3) {
          throw e;
        }
      }
    }
  }
}
