package io.cioagent.instrumentation.webapplication;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.core.base.WebApplicationName;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Collections;
import java.util.stream.Stream;
import org.apache.catalina.loader.WebappClassLoaderBase;
import org.jboss.modules.ModuleClassLoader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WebApplicationLoadersTest {
  private final ClassLoader before = Thread.currentThread().getContextClassLoader();

  @BeforeEach
  void recognize() {
    WebApplicationName.recognizeBy(new WebApplicationLoaders());
  }

  @AfterEach
  void restore() {
    Thread.currentThread().setContextClassLoader(before);
  }

  static Stream<Arguments> loaders() {
    ClassLoader tomcat = new WebappClassLoaderBase("shop");
    return Stream.of(
        Arguments.of(tomcat, "shop"),
        // The path /shop/admin in its second version.
        Arguments.of(new WebappClassLoaderBase("shop#admin##2"), "shop#admin##2"),
        Arguments.of(
            new WebappClassLoaderBase(String.join("", Collections.nCopies(100, "x"))),
            String.join("", Collections.nCopies(64, "x"))),
        Arguments.of(new URLClassLoader(new URL[0], tomcat), "shop"),
        Arguments.of(new WebappClassLoaderBase(null), null),
        Arguments.of(new ModuleClassLoader("deployment.shop.war"), "shop"),
        Arguments.of(new ModuleClassLoader("deployment.shop.ear.web.war"), "shop.ear.web"),
        Arguments.of(new ModuleClassLoader("org.jboss.as.server"), null),
        Arguments.of(new URLClassLoader(new URL[0]), null),
        Arguments.of(null, null));
  }

  @ParameterizedTest
  @MethodSource("loaders")
  void nameComesFromTheContextClassLoader(@Nullable ClassLoader loader, @Nullable String name) {
    Thread.currentThread().setContextClassLoader(loader);
    assertThat(WebApplicationName.current()).isEqualTo(name);
    assertThat(WebApplicationName.current()).as("second time").isEqualTo(name);
  }

  @Test
  void plainApplicationHasNone() {
    Thread.currentThread().setContextClassLoader(ClassLoader.getSystemClassLoader());
    assertThat(WebApplicationName.current()).isNull();
  }
}
