package io.cioagent.it.neighbours;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.it.harness.Attach;
import io.cioagent.it.harness.Jdk;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.harness.RunningJvm;
import io.cioagent.it.standin.Hosts;
import io.cioagent.it.standin.StandIn;
import io.cioagent.it.tracing.OtherAgent;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One JVM from its start to its end.
 *
 * @param got what the application got
 * @param ours what the agent has counted; empty without it
 * @param theirs what the neighbour has counted; empty without it
 * @param classes the names of those that the neighbour has recorded
 * @param errors the lines of output that report an error
 */
record Run(
    List<String> got,
    List<String> ours,
    List<String> theirs,
    List<String> classes,
    List<String> errors) {

  private static final Pattern ERROR =
      Pattern.compile("Error|Exception|ERROR|\\berror\\b|SEVERE|WARN|failed|^\\s+at ");

  static Run alone(Jdk jdk, int expected) throws IOException {
    return of(jdk, null, Order.FIRST, expected);
  }

  static Run without(Jdk jdk, Neighbour neighbour) throws IOException {
    return of(jdk, neighbour, null, 0);
  }

  /**
   * The application's day.
   *
   * @param neighbour null for none
   * @param order null without the agent
   * @param expected the number of lines that the agent is to count
   */
  static Run of(Jdk jdk, @Nullable Neighbour neighbour, @Nullable Order order, int expected)
      throws IOException {
    Jvm starting = Jvm.on(jdk).option(Hosts.option()).option("-XX:+EnableDynamicAgentLoading");
    Shop.classPath(jdk).forEach(starting::classPath);
    if (order == Order.FIRST) {
      starting.agent();
    }
    if (neighbour != null) {
      neighbour.join(starting);
    }
    if (order == Order.SECOND) {
      starting.agent();
    }
    try (StandIn standIn = StandIn.http();
        RunningJvm jvm =
            starting.start(Shop.MAIN, standIn.at(Hosts.TRACK)).ready(OtherAgent.PATIENCE)) {
      if (order == Order.ATTACHED) {
        Attach.agent(jvm.pid(), Jvm.ANY_PORT);
      }
      if (order != null) {
        jvm.endpoint();
      }
      List<String> got = Shop.day(jdk, jvm, standIn);
      List<String> ours = order == null ? List.of() : Ours.counted(jvm.endpoint(), expected);
      if (neighbour != null) {
        neighbour.look(jvm);
      }
      assertThat(jvm.finish()).as("exit code of %s", jvm).isZero();
      List<String> errors =
          Stream.concat(jvm.stderr().stream(), jvm.stdout().stream())
              .filter(line -> isError(line, neighbour))
              .toList();
      assertThat(jvm.stderr().stream().filter(line -> line.startsWith(RunningJvm.PREFIX)))
          .as("lines of the agent")
          .hasSize(order == null ? 0 : 1);
      List<String> theirs = neighbour == null ? List.of() : neighbour.counts();
      List<String> classes = neighbour == null ? List.of() : neighbour.classes();
      return new Run(got, ours, theirs, classes, errors);
    }
  }

  private static boolean isError(String line, @Nullable Neighbour neighbour) {
    return ERROR.matcher(line).find()
        && !line.startsWith("! ")
        && (neighbour == null || !neighbour.isHarmless(line));
  }
}
