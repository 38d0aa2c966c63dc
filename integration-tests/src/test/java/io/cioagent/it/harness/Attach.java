package io.cioagent.it.harness;

import net.bytebuddy.agent.ByteBuddyAgent;

/** Puts the agent into a JVM that runs. */
public final class Attach {

  private Attach() {}

  /** With this argument, from the JVM that runs the tests. */
  public static void agent(long pid, String argument) {
    try {
      ByteBuddyAgent.attach(Build.agentJar().toFile(), String.valueOf(pid), argument);
    } catch (IllegalStateException e) {
      Throwable cause = e;
      while (cause.getCause() != null) {
        cause = cause.getCause();
      }
      // Java 8 answers 0 where all went well; later JDKs expect more words, and take it for a
      // fault.
      if (!"0".equals(cause.getMessage())) {
        throw e;
      }
    }
  }
}
