package io.cioagent.launcher;

import java.security.AllPermission;

/**
 * Checks whether a security manager permits what the agent does. Only frames of the agent and the
 * JDK are on the stack, so the result is about the agent's jar alone.
 */
final class Permissions {
  private Permissions() {}

  /** Otherwise prints one line with the grant to add to the policy. */
  static boolean areGranted() {
    SecurityManager manager = System.getSecurityManager();
    if (manager == null) {
      return true;
    }
    try {
      manager.checkPermission(new AllPermission());
      return true;
    } catch (SecurityException e) {
      // Without the grant only System.err can be written to.
      System.err.println(
          "[customerio-agent] WARN The agent did not start; the application runs without it:"
              + " the security policy does not permit it. Add to the policy file: grant codeBase"
              + " \"file:"
              + path()
              + "\" { permission java.security.AllPermission; };");
      return false;
    }
  }

  private static String path() {
    try {
      return AgentJar.path();
    } catch (Exception e) {
      return "/path/to/customerio-agent.jar";
    }
  }
}
