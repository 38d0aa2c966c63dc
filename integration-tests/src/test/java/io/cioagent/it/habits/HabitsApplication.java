package io.cioagent.it.habits;

import io.cioagent.it.endpoint.Span;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.harness.RunningJvm;
import io.cioagent.it.standin.Hosts;
import io.cioagent.it.standin.Reply;
import io.cioagent.it.watch.Seen;
import io.cioagent.it.watch.WatchedApplication;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;

/** An application with clients of every habit; a subclass names its HTTP library. */
abstract class HabitsApplication extends WatchedApplication {

  static final String RESENDS = "http.request.resend_count";
  static final String PUT = "PUT track.customer.io /api/v1/customers/{identifier} ";
  static final String EVENT = "POST track.customer.io /api/v1/customers/{identifier}/events ";

  private static final String CONFIGURED =
      "io.cioagent.it.apps.habits.crm.Mailing[putTraits=identify,postUserEvent=track,send=other]";

  /** Where the applications are compiled that have this library. */
  abstract Path applications();

  /** The name of the class that stands for the library. */
  abstract String transport();

  @Override
  protected final RunningJvm start(Jvm jvm) {
    return jvm.setting("client.methods", CONFIGURED)
        .option("-Dshop.crm.url=" + at(Hosts.TRACK, ""))
        .agent()
        .classPath(applications())
        .start(
            "io.cioagent.it.apps.HabitsApp",
            "io.cioagent.it.apps.habits." + transport(),
            at(Hosts.TRACK, ""),
            at(Hosts.APP, ""),
            at(Hosts.PIPELINES, ""));
  }

  final Seen client(String type, String method, String... arguments) {
    return watch().call("habits.customerio." + type, method, arguments);
  }

  /** That many times the same answer. */
  final void answer(int status, int times) {
    standIn().script(Collections.nCopies(times, Reply.status(status)).toArray(new Reply[0]));
  }

  /** The counts of the attempts' spans, in order; null for one that has none. */
  static List<String> resends(List<Span> spans) {
    return spans.stream()
        .filter(span -> span.attribute("http.request.method") != null)
        .map(span -> span.attribute(RESENDS))
        .toList();
  }
}
