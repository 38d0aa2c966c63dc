package io.cioagent.core.config;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceNameTest {
  private static final String UNKNOWN = "unknown_service:java";
  private static final String MANIFEST = "META-INF/MANIFEST.MF";
  private static final String TITLE = "Manifest-Version: 1.0\nImplementation-Title: titled\n\n";

  private final Map<String, String> properties = new HashMap<>();
  private final Map<String, String> variables = new HashMap<>();

  @TempDir private Path folder;

  @BeforeEach
  void workingDirectory() {
    properties.put("user.dir", folder.toString());
  }

  private String name() {
    Settings settings = SettingsReader.read(null, properties, variables);
    assertThat(settings.warnings()).isEmpty();
    return settings.serviceName();
  }

  private void file(String path, String text) throws IOException {
    file(path, text, StandardCharsets.UTF_8);
  }

  private void file(String path, String text, Charset charset) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, text.getBytes(charset));
  }

  /** Entries are a path and a text each. */
  private void jar(String path, String... entries) throws IOException {
    try (OutputStream out = Files.newOutputStream(folder.resolve(path));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (int i = 0; i < entries.length; i += 2) {
        zip.putNextEntry(new ZipEntry(entries[i]));
        zip.write(entries[i + 1].getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
  }

  private void start(String command, String... classPath) {
    properties.put("sun.java.command", command);
    properties.put("java.class.path", String.join(File.pathSeparator, classPath));
  }

  private void startJar(String jar, String... entries) throws IOException {
    jar(jar, entries);
    start(jar + " --verbose", jar, "agent.jar");
  }

  @ParameterizedTest
  @CsvSource({
    "com.acme.shop.Shop,               Shop",
    "com.acme.shop.Shop a b.jar,       Shop",
    "com.acme.shop.Shop /tmp/b.jar,    Shop",
    "Shop,                             Shop",
    "com.acme.shop/com.acme.Shop x,    Shop",
    "com.acme.Outer$Main,              Outer$Main",
    "/opt/app/shop-1.2.jar,            shop-1.2",
    "/opt/app/shop-1.2.jar --x=y.jar,  shop-1.2",
    "shop.jar serve,                   shop",
    "./shop.WAR,                       shop",
    "/opt/my app/shop.jar serve,       shop",
    "C:\\Program Files\\shop.jar serve, shop",
    "/opt/noarchive serve,             noarchive",
    "'',                               unknown_service:java",
    "' ',                              unknown_service:java",
    ".,                                unknown_service:java",
    "/,                                unknown_service:java",
    ".jar,                             jar",
  })
  void command(String command, String name) {
    properties.put("sun.java.command", command);
    assertThat(name()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "com.acme.shop.Main",
        "com.acme.shop.MainKt",
        "com.acme.shop/com.acme.shop.Main",
        "org.apache.catalina.startup.Bootstrap start",
        "/opt/wildfly/jboss-modules.jar -mp /opt/wildfly/modules org.jboss.as.standalone",
        "org.springframework.boot.loader.JarLauncher",
        "org.springframework.boot.loader.launch.WarLauncher",
        "org.springframework.boot.loader.launch.PropertiesLauncher",
        "quarkus-run.jar",
        "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
        "main.jar",
      })
  void starterIsNoName(String command) {
    properties.put("sun.java.command", command);
    assertThat(name()).isEqualTo(UNKNOWN);
  }

  @Test
  void filesAreReadOnceOnFirstUse() throws IOException {
    Settings settings = SettingsReader.read(null, properties, variables);
    file("application.properties", "spring.application.name=shop");
    assertThat(settings.serviceName()).isEqualTo("shop");
    file("application.properties", "spring.application.name=other");
    assertThat(settings.serviceName()).isEqualTo("shop");
  }

  @Test
  void jarNeedsNoExtension() throws IOException {
    startJar("shop 1.2", MANIFEST, "Manifest-Version: 1.0\n\n");
    assertThat(name()).isEqualTo("shop 1.2");
  }

  @ParameterizedTest
  @CsvSource({
    "spring.application.name,    SPRING_APPLICATION_NAME",
    "quarkus.application.name,   QUARKUS_APPLICATION_NAME",
    "micronaut.application.name, MICRONAUT_APPLICATION_NAME",
  })
  void configurationFromOutside(String key, String variable) throws IOException {
    startJar("shop.jar", MANIFEST, TITLE);
    assertThat(name()).isEqualTo("titled");
    file("application.properties", key + "=file");
    assertThat(name()).isEqualTo("file");
    variables.put(variable, "variable");
    assertThat(name()).isEqualTo("variable");
    properties.put(key, "property");
    assertThat(name()).isEqualTo("property");
    start("shop.jar --" + key + "=argument --x=y", "shop.jar");
    assertThat(name()).isEqualTo("argument");
    properties.put("otel.service.name", "explicit");
    assertThat(name()).isEqualTo("explicit");
  }

  @Test
  void frameworksInOrderOfPreference() throws IOException {
    file("a/META-INF/microprofile-config.properties", "application.name=microprofile");
    start("com.acme.Shop", "a", "b", "c", "d");
    assertThat(name()).isEqualTo("microprofile");
    file("b/application.properties", "micronaut.application.name=micronaut");
    assertThat(name()).isEqualTo("micronaut");
    file("c/application.properties", "quarkus.application.name=quarkus");
    assertThat(name()).isEqualTo("quarkus");
    file("d/application.properties", "spring.application.name=spring");
    assertThat(name()).isEqualTo("spring");
  }

  @Test
  void filesInOrderOfPrecedence() throws IOException {
    startJar("shop.jar", "BOOT-INF/classes/bootstrap.yml", "spring.application.name: in-jar");
    assertThat(name()).isEqualTo("in-jar");
    String[] paths = {
      "bootstrap.yaml",
      "bootstrap.yml",
      "bootstrap.properties",
      "application.yaml",
      "application.yml",
      "application.properties",
      "config/bootstrap.yaml",
      "config/application.yml",
      "config/application.properties",
    };
    for (String path : paths) {
      file(path, "spring.application.name: " + path);
      assertThat(name()).isEqualTo(path);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "BOOT-INF/classes/application.properties,           spring.application.name = shop",
    "BOOT-INF/classes/config/application.yml,           spring.application.name: shop",
    "WEB-INF/classes/application.yaml,                  spring.application.name: shop",
    "WEB-INF/classes/bootstrap.properties,              spring.application.name = shop",
    "application.properties,                            quarkus.application.name = shop",
    "application.yml,                                   micronaut.application.name: shop",
    "META-INF/microprofile-config.properties,           otel.service.name = shop",
    "META-INF/microprofile-config.properties,           quarkus.application.name = shop",
    "WEB-INF/classes/META-INF/microprofile-config.properties, application.name = shop",
  })
  void fileInsideAJarOrAFolder(String path, String text) throws IOException {
    startJar("app.jar", MANIFEST, TITLE, path, text);
    assertThat(name()).as("-jar").isEqualTo("shop");
    start("com.acme.Main", "app.jar", "agent.jar");
    assertThat(name()).as("first on the class path").isEqualTo("shop");
    start("com.acme.Main", "lib.jar", "app.jar");
    assertThat(name()).as("behind another jar").isEqualTo(UNKNOWN);
    file("unpacked/" + path, text);
    start("com.acme.Main", "lib.jar", folder.resolve("unpacked").toString());
    assertThat(name()).as("folder").isEqualTo("shop");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "spring:\n  application:\n    name: shop\n",
        "spring:\r\n  application:\r\n    name: shop\r\n",
        "---\nspring:\n  main:\n    name: other\n  application: # the name\n    name: 'shop' # it\n",
        "# first\n\nspring:\n    application.name: \"shop\"",
        "spring.application:\n  name:    shop",
        "spring.application.name: shop\n---\nspring.application.name: other",
        "list:\n- name: a\n  spring:\n    x: y\nspring:\n  application:\n    name: shop",
        "other:\n  spring:\n    application:\n      name: other\nspring.application.name: shop",
        "banner: |\n  spring.application.name: other\nspring.application.name: shop",
        "url: http://localhost:80/#a\nspring.application.name: shop",
      })
  void yaml(String text) throws IOException {
    file("application.yml", text);
    assertThat(name()).isEqualTo("shop");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "spring:",
        "spring:\n  application:\n    name:\n",
        "spring:\n  application:\n  name: shop\n",
        "name: shop\nspring:\n  application:\n",
        "a: b\n---\nspring.application.name: shop",
        "spring.application.name: ~",
        "spring.application.name: ''",
        "spring.application.name: |\n  shop",
        "spring.application.name: *shop",
        "spring.application.name: \"sh\\u006fp\"",
        "spring.application.name: it\n  continues",
        "spring: {application: {name: shop}}",
        "- spring.application.name: shop",
        "\tspring:\t\n\t\t:\n: :\n'\n\"",
      })
  void yamlWithoutAName(String text) throws IOException {
    file("application.yml", text);
    assertThat(name()).isEqualTo(UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${APP_NAME}",
        "${APP_NAME:shop}",
        "shop-${ENV}",
        "#{name}",
        "{{ name }}",
        "@project.name@",
        "@project.name@-service",
        "",
      })
  void placeholderIsNoName(String value) throws IOException {
    file("config/application.properties", "spring.application.name=" + value);
    startJar("shop.jar", MANIFEST, "Manifest-Version: 1.0\nImplementation-Title: " + value + "\n");
    properties.put("quarkus.application.name", value);
    variables.put("SPRING_APPLICATION_NAME", value);
    assertThat(name()).isEqualTo("shop");
    file("application.yml", "spring.application.name: next");
    assertThat(name()).isEqualTo("next");
  }

  @Test
  void severalLinesOrALongTextAreNoName() throws IOException {
    file("config/application.properties", "spring.application.name=two\\nlines");
    file("application.properties", "spring.application.name=" + String.join("", nCopies(256, "x")));
    assertThat(name()).isEqualTo(UNKNOWN);
  }

  @Test
  void onlyTheFirstDocumentOfPropertiesCounts() throws IOException {
    String profile = "\n#---\nspring.config.activate.on-profile=prod\nspring.application.name=prod";
    file("application.properties", "spring.application.name=shop" + profile);
    assertThat(name()).isEqualTo("shop");
  }

  @Test
  void propertiesInEitherEncoding() throws IOException {
    file("application.properties", "spring.application.name=caf\u00e9");
    assertThat(name()).isEqualTo("caf\u00e9");
    String text = "spring.application.name=th\u00e9";
    file("application.properties", text, StandardCharsets.ISO_8859_1);
    assertThat(name()).isEqualTo("th\u00e9");
  }

  @Test
  void unreadableFilesAreNoHindrance() throws IOException {
    file("config/application.properties", "a=\\u00zz\nspring.application.name=malformed");
    StringBuilder large = new StringBuilder("spring.application.name=large");
    for (int i = 0; i < 1 << 15; i++) {
      large.append("\n#   filler");
    }
    file("application.properties", large.toString());
    Files.createDirectory(folder.resolve("application.yml"));
    file("broken.jar", "no zip");
    file("classes/application.properties", "spring.application.name=shop");
    start("com.acme.Main", "broken.jar", "missing", "\0", "", "classes");
    assertThat(name()).isEqualTo("shop");
    start("broken.jar", "broken.jar");
    assertThat(name()).isEqualTo("broken");
    properties.put("user.dir", "\0");
    assertThat(name()).isEqualTo("broken");
  }

  @ParameterizedTest
  @CsvSource({
    "shop.jar,                                         shop.jar,    titled",
    "quarkus-run.jar,                                  quarkus-run.jar, titled",
    "org.springframework.boot.loader.JarLauncher,      app.jar,     titled",
    "jboss-modules.jar -mp x,                          jboss-modules.jar, unknown_service:java",
    "ws-server.jar,                                    ws-server.jar, unknown_service:java",
    "com.acme.Shop,                                    app.jar,     Shop",
    "org.apache.catalina.startup.Bootstrap,            bootstrap.jar, unknown_service:java",
  })
  void titleNamesTheJarThatIsStarted(String command, String jar, String name) throws IOException {
    jar(jar, MANIFEST, TITLE);
    start(command, jar, "agent.jar");
    assertThat(name()).isEqualTo(name);
  }

  /** Properties are separated by semicolons. */
  @ParameterizedTest
  @CsvSource({
    "jboss-modules.jar -mp m org.jboss.as.standalone -Djboss.node.name=shop -b 0.0.0.0, '', shop",
    "jboss-modules.jar -mp m org.jboss.as.standalone, jboss.node.name=shop, shop",
    "jboss-modules.jar -mp m org.jboss.as.standalone, jboss.server.name=shop, shop",
    "jboss-modules.jar -Djboss.server.base.dir=/opt/my apps/shop -c x, '', shop",
    "jboss-modules.jar -Djboss.home.dir=/opt/wildfly-26 -Djboss.server.base.dir=/opt/wildfly-26/"
        + "standalone, '', wildfly-26",
    "jboss-modules.jar, jboss.node.name=web1;jboss.host.name=web1;jboss.home.dir=/opt/eap, eap",
    "jboss-modules.jar, jboss.node.name=web1;jboss.qualified.host.name=web1.acme.example,"
        + " unknown_service:java",
    "org.apache.catalina.startup.Bootstrap start, catalina.base=/srv/shop/;catalina.home=/opt/t,"
        + " shop",
    "org.apache.catalina.startup.Bootstrap start, catalina.home=/opt/tomcat, tomcat",
    "org.apache.catalina.startup.Bootstrap start, catalina.base=.;catalina.home=C:\\tomcat9\\,"
        + " tomcat9",
    "org.apache.catalina.startup.Bootstrap start, catalina.base=/, unknown_service:java",
    "com.acme.Shop, catalina.base=/tmp/tomcat.8080.123;catalina.home=/tmp/tomcat.8080.123, Shop",
    "com.acme.Shop, catalina.base=/tmp/tomcat.123.8080, Shop",
    "com.sun.enterprise.glassfish.bootstrap.ASMain, com.sun.aas.instanceName=server;"
        + "com.sun.aas.instanceRoot=/opt/payara/glassfish/domains/shop, shop",
    "com.sun.enterprise.glassfish.bootstrap.ASMain, com.sun.aas.instanceName=shop1;"
        + "com.sun.aas.instanceRoot=/opt/payara/nodes/x, shop1",
    "/opt/wlp/bin/tools/ws-server.jar shop --clean, '', shop",
    "/opt/wlp/bin/tools/ws-server.jar --version, '', unknown_service:java",
    "ws-server.jar defaultServer, wlp.server.name=shop, shop",
    "/opt/jetty/start.jar jetty.base=/srv/shop jetty.http.port=0, '', shop",
    "/opt/jetty/start.jar, user.dir=/srv/shop, shop",
    "org.eclipse.jetty.xml.XmlConfiguration x, jetty.base=/srv/shop;user.dir=/, shop",
    "org.eclipse.jetty.xml.XmlConfiguration x, jetty.home=/opt/jetty;user.dir=/, jetty",
    "org.apache.karaf.main.Main, karaf.base=/opt/karaf, karaf",
  })
  void server(String command, String systemProperties, String name) {
    start(command);
    for (String property : systemProperties.split(";")) {
      int equals = property.indexOf('=');
      if (equals > 0) {
        properties.put(property.substring(0, equals), property.substring(equals + 1));
      }
    }
    assertThat(name()).isEqualTo(name);
  }
}
