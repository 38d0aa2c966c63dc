package io.cioagent.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerToolTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "org.apache.catalina.startup.Bootstrap stop",
        "org.apache.catalina.startup.Bootstrap -config server.xml stop",
        "org.apache.catalina.startup.Bootstrap configtest",
        "/opt/wildfly/jboss-modules.jar -mp /opt/wildfly/modules org.jboss.as.cli --connect :shutdown",
        "jboss-modules.jar -mp modules org.jboss.as.domain-add-user -u admin",
        "/opt/payara/glassfish/lib/client/appserver-cli.jar start-domain",
        "/opt/glassfish7/glassfish/modules/admin-cli.jar list-domains",
        "com.sun.enterprise.admin.cli.AsadminMain stop-domain",
        "org.apache.karaf.client.Main",
        "org.apache.karaf.main.Stop",
        "/opt/jetty/start.jar --stop STOP.PORT=1",
      })
  void tools(String command) {
    assertThat(ServerTool.isRunning(command)).isTrue();
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(
      strings = {
        "org.apache.catalina.startup.Bootstrap start",
        "org.apache.catalina.startup.Bootstrap",
        "/opt/wildfly/jboss-modules.jar -mp /opt/wildfly/modules org.jboss.as.standalone",
        "com.sun.enterprise.glassfish.bootstrap.ASMain -upgrade false",
        "org.apache.karaf.main.Main",
        "/opt/jetty/start.jar",
        "/opt/shop/restart.jar --stop",
        "shop.jar org.jboss.as.cli",
      })
  void serversAndApplications(String command) {
    assertThat(ServerTool.isRunning(command)).isFalse();
  }
}
