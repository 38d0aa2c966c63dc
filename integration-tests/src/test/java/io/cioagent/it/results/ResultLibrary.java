package io.cioagent.it.results;

import io.cioagent.it.harness.Build;
import io.cioagent.it.harness.Jdk;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.library.MavenRepository;
import io.cioagent.it.library.Sources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A version of a library that has a kind of result, and the application that uses it.
 *
 * @param name of library and version
 * @param folder below {@code src/apps}
 * @param edit from the text of the sources there to that for this version
 * @param language {@code java}, or {@code kotlin:} or {@code scala:} and the compiler's version,
 *     and the language's where that is older
 * @param release the Java that the application is compiled for
 * @param coordinates of all that must be on the class path
 */
record ResultLibrary(
    String name,
    String folder,
    UnaryOperator<String> edit,
    String language,
    int release,
    List<String> coordinates) {

  private static final Map<String, Path> COMPILED = new ConcurrentHashMap<>();

  static ResultLibrary java(String name, String folder, String... coordinates) {
    return new ResultLibrary(
        name, folder, UnaryOperator.identity(), "java", 8, List.of(coordinates));
  }

  ResultLibrary edited(UnaryOperator<String> edit) {
    return new ResultLibrary(name, folder, edit, language, release, coordinates);
  }

  ResultLibrary language(String named, int feature) {
    return new ResultLibrary(name, folder, edit, named, feature, coordinates);
  }

  boolean runsOn(Jdk jdk) {
    return release <= jdk.feature();
  }

  /** With everything that the application is made of. */
  Jvm on(Jvm jvm) {
    jvm.classPath(COMPILED.computeIfAbsent(name, same -> compiled())).classPath(Build.java8Apps());
    MavenRepository.jars(coordinates).forEach(jvm::classPath);
    return jvm;
  }

  private Path compiled() {
    List<Path> classPath = new ArrayList<>(List.of(Build.java8Apps()));
    classPath.addAll(MavenRepository.jars(coordinates));
    Sources sources = new Sources(List.of(edited()), classPath, release);
    Path classes = Build.scratch(folder);
    String[] named = language.split(":", -1);
    return switch (named[0]) {
      case "kotlin" -> sources.kotlin(named[1], named.length > 2 ? named[2] : "", classes);
      case "scala" -> sources.scala(named[1], classes);
      default -> sources.java(classes);
    };
  }

  private Path edited() {
    Path from = Build.appSources(folder);
    Path to = Build.scratch(folder + "-sources");
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = to.resolve(from.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.writeString(copy, edit.apply(Files.readString(file)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return to;
  }

  @Override
  public String toString() {
    return name;
  }
}
