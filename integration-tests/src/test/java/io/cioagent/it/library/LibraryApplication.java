package io.cioagent.it.library;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.cioagent.it.harness.Jvm;
import io.cioagent.it.harness.RunningJvm;
import io.cioagent.it.standin.Certificate;
import io.cioagent.it.standin.Hosts;
import io.cioagent.it.standin.Reply;
import io.cioagent.it.watch.CommandResult;
import io.cioagent.it.watch.Leaks;
import io.cioagent.it.watch.WatchedApplication;
import java.util.Collections;
import org.junit.jupiter.params.Parameter;

/** One row's application under the agent, and the words in which cases speak to it. */
abstract class LibraryApplication extends WatchedApplication {

  static final String CUSTOMER = "/api/v1/customers/" + Leaks.ID;
  static final String PUT = "PUT track.customer.io /api/v1/customers/{identifier} ";
  static final String BODY = "{\"email\":\"" + Leaks.EMAIL + "\"}";

  /** The only one that the applications trust; made once, as it takes a second. */
  static final Certificate TRUSTED = Certificate.selfSigned();

  static final Certificate UNTRUSTED = Certificate.selfSigned();

  @Parameter(1)
  private LibraryVersion row;

  final LibraryVersion row() {
    return row;
  }

  @Override
  protected final boolean isBrief() {
    return LibraryRows.isBrief(jdk(), row);
  }

  @Override
  protected final RunningJvm start(Jvm jvm) {
    return prepared(jvm).agent().start(mainClass(), arguments());
  }

  /** With everything but the agent. */
  final Jvm prepared(Jvm jvm) {
    TRUSTED.trustOptions().forEach(jvm::option);
    row.options(jdk()).forEach(jvm::option);
    row.classPath().forEach(jvm::classPath);
    return jvm;
  }

  final String mainClass() {
    return row.mainClass();
  }

  String[] arguments() {
    return new String[] {standIn().at(Hosts.TRACK), String.valueOf(standIn().port())};
  }

  /** For cases that only some libraries can be asked for; the table says which. */
  final void needs(String way) {
    assumeTrue(row.can(way), () -> row + " has no way " + way);
  }

  /** The request of most cases. */
  final CommandResult ask(String way) {
    return to(way, standIn().at(Hosts.TRACK));
  }

  /** The same request to another address. */
  final CommandResult to(String way, String base) {
    return watch().ask("http", way, "PUT", base + CUSTOMER + "?token=" + Leaks.TOKEN, BODY);
  }

  /** A request whose answer leads elsewhere. */
  final CommandResult region(String way) {
    return watch().ask("http", way, "GET", at(Hosts.TRACK, "/api/v1/accounts/region"), "");
  }

  /** One attempt, or several where the row says that the library itself asks again. */
  final void failed(CommandResult seen, String errorType) {
    failed(seen, PUT, errorType);
  }

  final void failed(CommandResult seen, String attempt, String errorType) {
    seen.threw("").operations("identify " + errorType);
    if (row.repeats().contains(errorType)) {
      seen.onlyAttempts(attempt + errorType);
    } else {
      seen.attempts(attempt + errorType);
    }
  }

  /** However often the library asks. */
  final void scriptAlways(Reply reply) {
    standIn().script(Collections.nCopies(20, reply).toArray(new Reply[0]));
  }
}
