package io.cioagent.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Collections;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ObservedLibrariesTest {
  private static final Set<String> TOMCAT =
      Collections.singleton("org.apache.catalina.connector.CoyoteAdapter");

  private final ObservedLibraries libraries = new ObservedLibraries(false);

  private static String stderrOf(Runnable action) throws IOException {
    PrintStream real = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setErr(new PrintStream(said, true, "UTF-8"));
    try {
      action.run();
    } finally {
      System.setErr(real);
    }
    return said.toString("UTF-8");
  }

  /** Two adapters of one class, which is none of the library's own. */
  @Test
  void libraryWhoseCodeIsSwitchedOffIsFailedAndWarnedAboutOnceForEachClass() throws IOException {
    libraries.woven(getClass().getClassLoader(), TOMCAT.iterator().next());
    assertThat(libraries.states()).containsEntry("tomcat", "active");
    Throwable failure = new NoClassDefFoundError("secret");
    String said =
        stderrOf(
            () -> {
              libraries.switchedOff(getClass(), TOMCAT, failure);
              libraries.switchedOff(getClass(), TOMCAT, failure);
            });
    assertThat(said)
        .hasLineCount(1)
        .contains(
            "Library tomcat: class " + getClass().getName() + " is no longer observed",
            "failed 10 times in a row, the last time with java.lang.NoClassDefFoundError.",
            "docs/troubleshooting.md")
        .doesNotContain("secret");
    assertThat(libraries.states()).containsEntry("tomcat", "failed");
  }

  @Test
  void clientClassIsNoLibrary() throws IOException {
    String said =
        stderrOf(
            () -> libraries.switchedOff("com.acme.customerio.Client", new RuntimeException("")));
    assertThat(said)
        .hasLineCount(1)
        .contains("Client: class com.acme.customerio.Client is no longer observed");
    assertThat(libraries.states().values()).containsOnly("absent");
  }
}
