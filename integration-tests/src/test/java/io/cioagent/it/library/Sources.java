package io.cioagent.it.library;

import io.cioagent.it.harness.Build;
import io.cioagent.it.harness.Jdk;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Compiles what stands in source folders against a class path. A warning is an error, but for what
 * libraries have deprecated since: old versions of them are the point here.
 *
 * @param folders where to look, at any depth
 * @param classPath what the sources may use
 * @param release of Java, to which class files and JDK calls are held
 */
public record Sources(List<Path> folders, List<Path> classPath, int release) {

  /** The compilers in use; a table row may name others. */
  public static final String KOTLIN = "2.4.21";

  public static final String SCALA_2_12 = "2.12.21";
  public static final String SCALA_2_13 = "2.13.18";
  public static final String SCALA_3 = "3.9.0";

  /** Java alone. */
  public Path java(Path classes) {
    List<Path> files = files(".java");
    return files.isEmpty() ? classes : javac(files, classes);
  }

  /**
   * Java that was written for {@code javax.servlet} or {@code javax.ws.rs}, its packages renamed.
   */
  public Path jakarta(Path classes) {
    Path renamed = Build.scratch("jakarta");
    return javac(files(".java").stream().map(file -> renamed(file, renamed)).toList(), classes);
  }

  private static Path renamed(Path file, Path folder) {
    try {
      String source =
          Files.readString(file)
              .replace("javax.ws.rs.", "jakarta.ws.rs.")
              .replace("javax.servlet.", "jakarta.servlet.");
      return Files.writeString(folder.resolve(file.getFileName()), source);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path javac(List<Path> files, Path classes) {
    List<String> options =
        List.of(
            "--release",
            String.valueOf(release),
            "-Xlint:all,-options,-processing,-serial,-classfile,-deprecation",
            "-Werror",
            "-proc:none",
            "-d",
            classes.toString(),
            "-classpath",
            path(classPath, classes));
    if (release > Jdk.running().feature()) {
      List<String> arguments = new ArrayList<>(options);
      files.forEach(file -> arguments.add(file.toString()));
      Compiler.javac(newerJdk(), arguments);
      return classes;
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      boolean done =
          compiler
              .getTask(
                  said, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files))
              .call();
      if (!done) {
        throw new AssertionError(said + "\njavac " + options);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return classes;
  }

  private Jdk newerJdk() {
    return Jdk.underTest().stream()
        .filter(jdk -> jdk.feature() >= release)
        .findFirst()
        .orElseThrow(() -> new AssertionError("There is no JDK " + release));
  }

  /** Kotlin, which may use the Java beside it, and then that Java, which may use the Kotlin. */
  public Path kotlin(String version, Path classes) {
    return kotlin(version, "", classes);
  }

  /** The same in the language of an older version, with which no compiler is content. */
  public Path kotlin(String version, String language, Path classes) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-no-stdlib",
                "-no-reflect",
                "-jvm-target",
                release == 8 ? "1.8" : String.valueOf(release),
                "-d",
                classes.toString(),
                "-classpath",
                path(classPath, classes)));
    arguments.addAll(
        language.isEmpty()
            ? List.of("-Werror")
            : List.of("-language-version", language, "-api-version", language));
    files(".kt", ".java").forEach(file -> arguments.add(file.toString()));
    Compiler.of("org.jetbrains.kotlin:kotlin-compiler-embeddable:" + version)
        .run("org.jetbrains.kotlin.cli.jvm.K2JVMCompiler", arguments);
    return java(classes);
  }

  /** Scala 2.12, 2.13 or 3 with the Java beside it, in the same manner. */
  public Path scala(String version, Path classes) {
    boolean three = version.startsWith("3.");
    List<String> arguments =
        new ArrayList<>(
            List.of(
                version.startsWith("2.12.") ? "-target:jvm-1.8" : "-release:" + release,
                three ? "-Werror" : "-Xfatal-warnings",
                "-d",
                classes.toString(),
                "-classpath",
                path(classPath, classes)));
    files(".scala", ".java").forEach(file -> arguments.add(file.toString()));
    Compiler.of(
            three
                ? "org.scala-lang:scala3-compiler_3:" + version
                : "org.scala-lang:scala-compiler:" + version)
        .run(three ? "dotty.tools.dotc.Main" : "scala.tools.nsc.Main", arguments);
    return java(classes);
  }

  private List<Path> files(String... endings) {
    List<Path> found = new ArrayList<>();
    for (Path folder : folders) {
      try (Stream<Path> all = Files.walk(folder)) {
        all.filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
            .sorted()
            .forEach(found::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return found;
  }

  private static String path(List<Path> classPath, Path more) {
    return Stream.concat(classPath.stream(), Stream.of(more))
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }
}
