package io.cioagent.launcher;

import java.io.File;
import java.util.jar.JarFile;

/** Runs a command of the command line, which lives with its library in a jar within ours. */
public final class CommandLine {
  private static final String NESTED = "commandline.jar";
  private static final String COMMANDS = "io.cioagent.commandline.Commands";

  private CommandLine() {}

  /**
   * Called by {@link Main}, reflectively.
   *
   * @return the exit code
   */
  public static int run(String[] arguments) throws Exception {
    File path = new File(AgentJar.path());
    try (JarFile jar = new JarFile(path, false)) {
      ClassLoader loader =
          new NestedJarLoader(new IsolatedLoader(new IsolatedArchive(jar)), jar, NESTED);
      Thread.currentThread().setContextClassLoader(loader);
      return (Integer)
          loader
              .loadClass(COMMANDS)
              .getMethod("run", File.class, String[].class)
              .invoke(null, path, arguments);
    }
  }
}
