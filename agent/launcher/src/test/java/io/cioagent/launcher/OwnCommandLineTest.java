package io.cioagent.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import org.junit.jupiter.api.Test;

class OwnCommandLineTest {
  private static final File JAR = new File("/opt/some agents/customerio-agent.jar");

  @Test
  void ownCommandLine() {
    assertThat(JdkTool.isOurs("/opt/some agents/customerio-agent.jar", JAR)).isTrue();
    assertThat(JdkTool.isOurs("/opt/some agents/customerio-agent.jar check -Da=b", JAR)).isTrue();
    assertThat(JdkTool.isOurs("/opt/x/../some agents/customerio-agent.jar check", JAR)).isTrue();
    File relative = new File("customerio-agent.jar").getAbsoluteFile();
    assertThat(JdkTool.isOurs("customerio-agent.jar version", relative)).isTrue();
  }

  @Test
  void applicationCommandLine() {
    assertThat(JdkTool.isOurs(null, JAR)).isFalse();
    assertThat(JdkTool.isOurs("", JAR)).isFalse();
    assertThat(JdkTool.isOurs("com.acme.Main", JAR)).isFalse();
    assertThat(JdkTool.isOurs("/opt/app.jar " + JAR, JAR)).isFalse();
    assertThat(JdkTool.isOurs("/opt/other/customerio-agent.jar", JAR)).isFalse();
    assertThat(JdkTool.isOurs("/opt/some agents/customerio-agent.jar.old", JAR)).isFalse();
  }
}
