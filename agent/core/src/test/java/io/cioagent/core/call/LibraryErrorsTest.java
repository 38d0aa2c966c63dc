package io.cioagent.core.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LibraryErrorsTest {

  @TempDir Path classes;

  @ParameterizedTest
  @CsvSource({
    "org.eclipse.jetty.client, HttpResponseException, io",
    "org.eclipse.jetty.client, HttpRequestException, io",
    "org.eclipse.jetty.http, BadMessageException, io",
    "com.example.shop, HttpResponseException, unknown",
  })
  void ofALibrarysException(String packageName, String name, String expected) throws Exception {
    try (URLClassLoader loader = compiled(packageName, name)) {
      for (String each : Arrays.asList(name, "Sub" + name)) {
        Throwable error =
            loader
                .loadClass(packageName + "." + each)
                .asSubclass(Throwable.class)
                .getConstructor()
                .newInstance();
        assertThat(ErrorType.of(error)).isEqualTo(expected);
      }
    }
  }

  private URLClassLoader compiled(String packageName, String name) throws IOException {
    String text =
        String.format("package %s; public class %s extends RuntimeException {}", packageName, name);
    String sub =
        String.format("package %s; public class Sub%s extends %s {}", packageName, name, name);
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    boolean done =
        javac
            .getTask(
                null,
                null,
                null,
                Arrays.asList("-d", classes.toString()),
                null,
                Arrays.asList(source(name, text), source("Sub" + name, sub)))
            .call();
    assertThat(done).isTrue();
    return new URLClassLoader(
        new URL[] {classes.toUri().toURL()}, LibraryErrorsTest.class.getClassLoader());
  }

  private static JavaFileObject source(String name, String text) {
    return new SimpleJavaFileObject(
        URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
      }
    };
  }
}
