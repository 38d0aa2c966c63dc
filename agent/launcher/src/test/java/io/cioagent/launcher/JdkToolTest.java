package io.cioagent.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class JdkToolTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdk.jcmd/sun.tools.jps.Jps",
        "jdk.jcmd/sun.tools.jcmd.JCmd 4711 VM.flags",
        "jdk.compiler/com.sun.tools.javac.Main -d out Shop.java",
        "jdk.jshell/jdk.internal.jshell.tool.JShellToolProvider",
        "jdk.jartool/sun.tools.jar.Main cf shop.jar .",
        "java.base/sun.security.tools.keytool.Main -list",
        "java.rmi/sun.rmi.registry.RegistryImpl",
        "jdk.httpserver/sun.net.httpserver.simpleserver.JWebServer",
        "sun.tools.jps.Jps",
        "sun.jvmstat.monitor.MonitoredHost",
        "sun.security.tools.keytool.Main -list",
        "com.sun.tools.javac.Main Shop.java",
        "sun.rmi.registry.RegistryImpl 1099",
        "sun.applet.AppletViewer",
      })
  void tools(String command) {
    assertThat(JdkTool.isRunning(command)).isTrue();
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(
      strings = {
        "com.acme.Shop",
        "com.acme.Shop sun.tools.jps.Jps",
        "app.jar",
        "/opt/shop/app.jar --port 8080",
        "lib/app.jar",
        "java.apps/shop.jar",
        "jdk.d/shop.jar serve",
        "com.acme.shop/com.acme.Shop",
        "javax.shop.Main",
        "jdkshop/com.acme.Main",
        "sunshine.Main",
        "org.apache.catalina.startup.Bootstrap start",
        "jdk.compiler/com.sun.tools.javac.launcher.Main Shop.java",
        "jdk.compiler/com.sun.tools.javac.launcher.SourceLauncher Shop.java",
        "/java.base/x.jar",
      })
  void applications(String command) {
    assertThat(JdkTool.isRunning(command)).isFalse();
  }
}
