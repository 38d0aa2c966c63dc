package io.cioagent.it.library;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.cioagent.it.harness.Build;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.harness.RunningJvm;
import io.cioagent.it.standin.Certificate;
import io.cioagent.it.standin.Hosts;
import io.cioagent.it.standin.Reply;
import io.cioagent.it.watch.Leaks;
import io.cioagent.it.watch.Seen;
import io.cioagent.it.watch.WatchedApplication;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.params.Parameter;

/** One row's application under the agent, and the words in which cases speak to it. */
abstract class LibraryApplication extends WatchedApplication {

  static final String CUSTOMER = "/api/v1/customers/" + Leaks.ID;
  static final String PUT = "PUT track.customer.io /api/v1/customers/{identifier} ";
  static final String BODY = "{\"email\":\"" + Leaks.EMAIL + "\"}";

  /** The only one that the applications trust; made once, as it takes a second. */
  static final Certificate TRUSTED = Certificate.selfSigned();

  static final Certificate UNTRUSTED = Certificate.selfSigned();

  private static final Map<LibraryVersion, Path> COMPILED = new ConcurrentHashMap<>();

  @Parameter(1)
  private LibraryVersion row;

  final LibraryVersion row() {
    return row;
  }

  @Override
  protected final RunningJvm start(Jvm jvm) {
    return prepared(jvm).agent().start(mainClass(), arguments());
  }

  /** With everything but the agent. */
  final Jvm prepared(Jvm jvm) {
    TRUSTED.trustOptions().forEach(jvm::option);
    row.options(jdk()).forEach(jvm::option);
    jvm.classPath(COMPILED.computeIfAbsent(row, LibraryApplication::compiled));
    jvm.classPath(Build.java8Apps());
    MavenRepository.jars(row.coordinates()).forEach(jvm::classPath);
    return jvm;
  }

  final String mainClass() {
    return "io.cioagent.it.apps." + row.app();
  }

  String[] arguments() {
    return new String[] {standIn().at(Hosts.TRACK), String.valueOf(standIn().port())};
  }

  private static Path compiled(LibraryVersion row) {
    List<Path> classPath = new ArrayList<>(List.of(Build.java8Apps()));
    classPath.addAll(MavenRepository.jars(row.coordinates()));
    List<Path> folders = row.sources().stream().map(Build::appSources).toList();
    Sources sources = new Sources(folders, classPath, row.release());
    Path classes = Build.scratch(row.library() + "-" + row.version());
    String[] language = row.language().split(":", -1);
    return switch (language[0]) {
      case "kotlin" -> sources.kotlin(language[1], classes);
      case "scala" -> sources.scala(language[1], classes);
      case "jakarta" -> sources.jakarta(classes);
      default -> sources.java(classes);
    };
  }

  /** For cases that only some libraries can be asked for; the table says which. */
  final void needs(String way) {
    assumeTrue(row.can(way), () -> row + " has no way " + way);
  }

  /** The request of most cases. */
  final Seen ask(String way) {
    return to(way, standIn().at(Hosts.TRACK));
  }

  /** The same request to another address. */
  final Seen to(String way, String base) {
    return watch().ask("http", way, "PUT", base + CUSTOMER + "?token=" + Leaks.TOKEN, BODY);
  }

  /** A request whose answer leads elsewhere. */
  final Seen region(String way) {
    return watch().ask("http", way, "GET", at(Hosts.TRACK, "/api/v1/accounts/region"), "");
  }

  /** One attempt, or several where the row says that the library itself asks again. */
  final void failed(Seen seen, String errorType) {
    failed(seen, PUT, errorType);
  }

  final void failed(Seen seen, String attempt, String errorType) {
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
