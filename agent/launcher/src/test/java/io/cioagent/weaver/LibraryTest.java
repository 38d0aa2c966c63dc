package io.cioagent.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.instrumentation.moduleloader.ModuleLoaderInstrumentation;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LibraryTest {
  private static final String MODULE_LOADERS = ModuleLoaderInstrumentation.class.getName();

  @Test
  void everyClassThatIsWovenIsOfALibraryAndEveryLibraryHasOne() throws IOException {
    Properties list = new Properties();
    try (InputStream in =
        LibraryTest.class.getResourceAsStream("/META-INF/customerio-agent/woven-classes")) {
      list.load(in);
    }
    Set<Library> libraries = EnumSet.noneOf(Library.class);
    for (String listed : list.stringPropertyNames()) {
      // With a ? in front it is only noticed. Class loaders are woven, and not observed.
      if (listed.charAt(0) != '?' && !list.getProperty(listed).equals(MODULE_LOADERS)) {
        Library library = Library.of(listed.replaceFirst("^[+]", ""));
        assertThat(library).as(listed).isNotNull();
        libraries.add(library);
      }
    }
    assertThat(libraries).containsExactly(Library.values());
  }

  @Test
  void longestPackageNameDecidesTheLibrary() {
    assertThat(Library.of("org.apache.http.impl.nio.client.AbstractClientExchangeHandler"))
        .isSameAs(Library.APACHE_HTTPASYNCCLIENT_4);
    assertThat(Library.of("org.apache.http.impl.client.InternalHttpClient"))
        .isSameAs(Library.APACHE_HTTPCLIENT_4);
    assertThat(Library.of("com.acme.customerio.Client")).isNull();
  }

  @Test
  void labelsAreDistinctWordsOfAMetric() {
    Set<String> labels =
        Arrays.stream(Library.values()).map(Library::label).collect(Collectors.toSet());
    assertThat(labels).hasSize(Library.values().length).allMatch(it -> it.matches("[a-z0-9-]+"));
    assertThat(new LibraryStates(true).get()).containsOnlyKeys(labels);
    Set<String> withoutLogLines = new HashSet<>(labels);
    withoutLogLines.removeAll(Arrays.asList("logback", "log4j-1", "log4j-2"));
    assertThat(new LibraryStates(false).get()).containsOnlyKeys(withoutLogLines);
  }
}
