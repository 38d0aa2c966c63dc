package io.cioagent.it.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.cioagent.it.harness.Build;
import io.cioagent.it.harness.EveryJdk;
import io.cioagent.it.harness.Jdk;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.harness.RunningJvm;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The flag in {@code JAVA_TOOL_OPTIONS} also reaches the JDK's tools, where no agent is wanted. */
@EveryJdk
class ToolsIT {

  @Parameter private Jdk jdk;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jps -q",
        "keytool -help",
        "javac -version",
        "jar tf JAR",
        "jcmd -h",
        "jlink --version"
      })
  void jdkToolStartsWithoutTheAgent(String commandLine) {
    assumeTrue(
        jdk.feature() >= 9 || !commandLine.startsWith("jlink"),
        "jlink came with modules, in Java 9");
    List<String> command = new ArrayList<>(List.of(commandLine.split(" ", -1)));
    command.replaceAll(word -> word.equals("JAR") ? Build.testAppJar().toString() : word);
    command.set(0, jdk.tool(command.get(0)));
    String options = "-javaagent:" + Build.agentJar();
    try (RunningJvm bare = Jvm.startTool(command, "LC_ALL", "C");
        RunningJvm tool = Jvm.startTool(command, "JAVA_TOOL_OPTIONS", options)) {
      // On Java 8 this one takes a wish for help for a mistake.
      int usual = jdk.feature() == 8 && commandLine.equals("jcmd -h") ? 1 : 0;
      assertThat(tool.exitCode()).isEqualTo(bare.exitCode()).isEqualTo(usual);
      List<String> lines = new ArrayList<>(tool.stderr());
      assertThat(lines.remove(0)).isEqualTo("Picked up JAVA_TOOL_OPTIONS: " + options);
      assertThat(lines).isEqualTo(bare.stderr());
      if (!commandLine.startsWith("jps")) { // which lists whatever runs at that moment
        assertThat(tool.stdout()).isEqualTo(bare.stdout());
      }
    }
  }
}
