package io.cioagent.it.results;

import io.cioagent.it.harness.Jvm;
import io.cioagent.it.harness.RunningJvm;
import io.cioagent.it.library.LibraryRows;
import io.cioagent.it.standin.Hosts;
import io.cioagent.it.standin.Reply;
import io.cioagent.it.watch.CommandResult;
import io.cioagent.it.watch.WatchedApplication;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.provider.Arguments;

/** One application that uses the results of its clients, and the words to say what comes of it. */
abstract class ResultApplication extends WatchedApplication {

  static final String PUT = "PUT track.customer.io /api/v1/customers/{identifier} ";

  @Parameter(1)
  private ResultLibrary library;

  /** From the oldest to the newest: all on the JDK that runs the build, the last on every one. */
  static Stream<Arguments> everywhere(ResultLibrary... versions) {
    return LibraryRows.lastOnEveryJdk(
        List.of(versions), ResultLibrary::runsOn, ResultLibrary::folder);
  }

  /** The simple name in {@code io.cioagent.it.apps} of what uses the clients. */
  protected abstract String uses();

  @Override
  protected RunningJvm start(Jvm jvm) {
    return library
        .on(jvm)
        .agent()
        .setting("client.methods", "io.cioagent.it.apps.crm.Gateway[upsert=identify,fire=track]")
        .start("io.cioagent.it.apps.ClientsApp", at(Hosts.TRACK, ""));
  }

  final ResultLibrary library() {
    return library;
  }

  final CommandResult use(String... words) {
    List<String> all = new ArrayList<>(List.of("call", uses()));
    all.addAll(List.of(words));
    return watch().ask(all.toArray(new String[0]));
  }

  /** Uses them in a class loader of its own, which must go away then. */
  final CommandResult redeployed(String method, String argument) {
    return watch()
        .ask("call", "Redeployment", "use", uses(), method, argument)
        .answered("unloaded");
  }

  /**
   * One line of a table.
   *
   * @param words what the application is to do
   * @param statuses that it is answered with, in this order, parted by spaces; also the attempts
   * @param answer what it gets; an exception begins with a sign of exclamation
   * @param operations parted by semicolons
   */
  final void judge(String words, String statuses, String answer, String operations) {
    List<String> replies = split(statuses, " ");
    standIn()
        .script(
            replies.stream()
                .map(status -> Reply.status(Integer.parseInt(status)))
                .toArray(Reply[]::new));
    CommandResult seen = use(words.split(" ", -1));
    if (answer.startsWith("!")) {
      seen.threw(answer.substring(1));
    } else {
      seen.answered(answer);
    }
    List<String> expected = split(operations, ";");
    seen.operations(expected.toArray(new String[0]))
        .attempts(replies.stream().map(PUT::concat).toArray(String[]::new))
        .spanCount(expected.size() + replies.size());
  }

  private static List<String> split(String list, String mark) {
    return list == null || list.isEmpty() ? List.of() : List.of(list.split(mark, -1));
  }
}
