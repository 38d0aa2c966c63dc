package io.cioagent.it.handover;

import io.cioagent.it.harness.Jvm;
import io.cioagent.it.harness.RunningJvm;
import io.cioagent.it.standin.Hosts;
import io.cioagent.it.standin.Reply;
import io.cioagent.it.watch.Leaks;
import io.cioagent.it.watch.WatchedApplication;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What libraries do on threads of their own, for a client method, is the client method's. */
@ParameterizedClass(name = "{1} on {0}")
@MethodSource("io.cioagent.it.handover.SchedulerVersion#rows")
class SchedulersIT extends WatchedApplication {

  private static final String PUT = "PUT track.customer.io /api/v1/customers/{identifier} ";

  @Parameter(1)
  private SchedulerVersion row;

  @Override
  protected RunningJvm start(Jvm jvm) {
    row.classPath().forEach(jvm::classPath);
    return jvm.agent()
        // Where Reactor's own lines go: to java.util.logging, which knows when to be silent.
        .option("-Dreactor.logging.fallback=JDK")
        // What Spring 4 needs on a JDK that is so much younger.
        .option("--add-opens=java.base/java.lang=ALL-UNNAMED")
        .start("io.cioagent.it.apps.ClientsApp", at(Hosts.TRACK, ""));
  }

  @TestFactory
  Stream<DynamicTest> requestIsPartOfTheCall() {
    return row.methods().stream()
        .map(method -> DynamicTest.dynamicTest(method, () -> isPartOfTheCall(method)));
  }

  private void isPartOfTheCall(String method) {
    for (int status : new int[] {200, 500}) {
      standIn().script(Reply.status(status));
      watch()
          .call("customerio.handover." + row.client() + "CustomerIoClient", method, Leaks.ID)
          .answered("")
          .operations("identify " + (status == 200 ? "success" : status))
          .attempts(PUT + status)
          .spanCount(2);
    }
  }
}
