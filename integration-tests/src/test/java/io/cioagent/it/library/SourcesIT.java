package io.cioagent.it.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cioagent.it.harness.Build;
import io.cioagent.it.harness.Jdk;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.harness.RunningJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Applications in three languages are compiled against libraries that the build resolves. */
class SourcesIT {

  private static final String JAVA =
      """
      package app;
      public final class Greeting {
        private Greeting() {}
        public static String of(String name) { return "= hello " + name; }
      }
      """;

  private static final String KOTLIN =
      """
      package app
      object Main {
        @JvmStatic fun main(args: Array<String>) {
          println("READY")
          listOf("kotlin").forEach { println(Greeting.of(it)) }
        }
      }
      """;

  private static final String SCALA =
      """
      package app
      object Main {
        def main(args: Array[String]): Unit = {
          println("READY")
          List("scala").foreach(name => println(Greeting.of(name)))
        }
      }
      """;

  @Test
  void kotlin() throws IOException {
    List<Path> library =
        MavenRepository.jars(List.of("org.jetbrains.kotlin:kotlin-stdlib:" + Sources.KOTLIN));
    Sources sources = new Sources(List.of(folder("Main.kt", KOTLIN)), library, 8);
    assertRuns(sources.kotlin(Sources.KOTLIN, Build.scratch("classes")), library, "kotlin");
  }

  @ParameterizedTest
  @ValueSource(strings = {Sources.SCALA_2_12, Sources.SCALA_2_13, Sources.SCALA_3})
  void scala(String version) throws IOException {
    boolean three = version.startsWith("3.");
    List<Path> library =
        MavenRepository.jars(
            List.of("org.scala-lang:scala" + (three ? "3-library_3:" : "-library:") + version));
    Sources sources = new Sources(List.of(folder("Main.scala", SCALA)), library, three ? 17 : 8);
    assertRuns(sources.scala(version, Build.scratch("classes")), library, "scala");
  }

  @Test
  void warningIsAnError() throws IOException {
    String raw = "class Raw { java.util.List list; }";
    Sources sources = new Sources(List.of(folder("Raw.java", raw)), List.of(), 8);
    assertThatThrownBy(() -> sources.java(Build.scratch("classes"))).hasMessageContaining("raw");
  }

  private static Path folder(String name, String text) throws IOException {
    Path folder = Build.scratch("sources");
    Files.writeString(folder.resolve(name), text);
    Files.writeString(folder.resolve("Greeting.java"), JAVA);
    return folder;
  }

  private static void assertRuns(Path classes, List<Path> library, String name) {
    Jvm jvm = Jvm.on(Jdk.running()).classPath(classes);
    library.forEach(jvm::classPath);
    try (RunningJvm running = jvm.start("app.Main")) {
      assertThat(running.finish()).as("%s", running).isZero();
      assertThat(running.stdout()).containsExactly("READY", "= hello " + name);
    }
  }
}
