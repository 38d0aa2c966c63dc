package io.cioagent.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AllPermission;
import java.security.ProtectionDomain;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.implementation.FixedValue;
import net.bytebuddy.matcher.ElementMatchers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IsolatedLoaderTest {
  private static final String HIDDEN = "hidden.Thing";

  @TempDir private Path folder;

  private File file;
  private JarFile jar;
  private IsolatedLoader loader;

  @BeforeEach
  void makeJar() throws IOException {
    file = folder.resolve("with space.jar").toFile();
    Path archive = folder.resolve("isolated.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(archive))) {
      add(out, "hidden/Thing.class", thing());
      add(out, "hidden/Broken.class", new byte[] {1, 2, 3});
      add(out, "hidden/settings.txt", "inside".getBytes(StandardCharsets.UTF_8));
      add(out, "META-INF/services/a.Service", "hidden.Thing".getBytes(StandardCharsets.UTF_8));
    }
    Path index = folder.resolve("isolated.index");
    IsolatedIndexWriter.write(archive.toFile(), index.toFile());
    try (JarOutputStream out = new JarOutputStream(new FileOutputStream(file))) {
      add(out, "isolated.index", Files.readAllBytes(index));
      add(out, "isolated.jar", Files.readAllBytes(archive));
      add(out, "outside.txt", "outside".getBytes(StandardCharsets.UTF_8));
    }
    jar = new JarFile(file, false);
    loader = new IsolatedLoader(new IsolatedArchive(jar));
  }

  @AfterEach
  void closeJar() throws IOException {
    jar.close();
  }

  private static byte[] thing() {
    return new ByteBuddy()
        .subclass(Object.class)
        .name(HIDDEN)
        .method(ElementMatchers.isToString())
        .intercept(FixedValue.value("it works"))
        .make()
        .getBytes();
  }

  private static void add(JarOutputStream out, String name, byte[] bytes) throws IOException {
    out.putNextEntry(new JarEntry(name));
    out.write(bytes);
    out.closeEntry();
  }

  private static byte[] read(URL url) throws IOException {
    try (InputStream in = url.openStream()) {
      byte[] bytes = new byte[10_000];
      int count = in.read(bytes);
      return Arrays.copyOf(bytes, count);
    }
  }

  @Test
  void loadsWhatIsInItsFolder() throws Exception {
    Class<?> thing = loader.loadClass(HIDDEN);
    assertThat(thing.getClassLoader()).isSameAs(loader);
    assertThat(thing.getConstructor().newInstance()).hasToString("it works");
    assertThat(loader.loadClass(HIDDEN)).isSameAs(thing);
  }

  @Test
  void classesHaveNoCodeSourceAndAllPermissions() throws Exception {
    ProtectionDomain domain = loader.loadClass(HIDDEN).getProtectionDomain();
    assertThat(domain.getCodeSource()).isNull();
    assertThat(domain.implies(new AllPermission())).isTrue();
  }

  @Test
  void seesTheJdkAndNothingOfTheApplication() throws Exception {
    assertThat(loader.loadClass("java.util.Map")).isSameAs(Map.class);
    // Of a module that the platform's loader has, not the bootstrap loader.
    assertThat(loader.loadClass("java.sql.Connection").getName()).isEqualTo("java.sql.Connection");
    assertThatThrownBy(() -> loader.loadClass(IsolatedLoaderTest.class.getName()))
        .isInstanceOf(ClassNotFoundException.class);
    assertThat(loader.getResource("io/cioagent/launcher/Agent.class")).isNull();
  }

  @Test
  void applicationDoesNotSeeTheIsolatedClasses() {
    assertThatThrownBy(() -> Class.forName(HIDDEN)).isInstanceOf(ClassNotFoundException.class);
  }

  @Test
  void findsResources() throws IOException {
    URL resource = loader.getResource("hidden/settings.txt");
    assertThat(new String(read(resource), StandardCharsets.UTF_8)).isEqualTo("inside");
    assertThat(Collections.list(loader.getResources("META-INF/services/a.Service"))).hasSize(1);
    assertThat(Collections.list(loader.getResources("META-INF/services/b.Service"))).isEmpty();
  }

  @Test
  void findsClassFilesAsResources() throws IOException {
    assertThat(read(loader.getResource("hidden/Thing.class"))).isEqualTo(thing());
    assertThat(loader.getResource("hidden/Other.class")).isNull();
  }

  @Test
  void findsNothingOutsideOfItsFolder() {
    assertThat(loader.getResource("outside.txt")).isNull();
    assertThat(loader.getResource("../outside.txt")).isNull();
    assertThat(loader.getResource("hidden")).isNull();
    assertThat(loader.getResource("hidden/")).isNull();
    assertThat(loader.getResource("")).isNull();
  }

  @Test
  void brokenClassIsAnErrorAndNotFatal() throws Exception {
    assertThatThrownBy(() -> loader.loadClass("hidden.Broken")).isInstanceOf(LinkageError.class);
    assertThat(loader.loadClass(HIDDEN).getName()).isEqualTo(HIDDEN);
  }

  @Test
  void truncatedJarIsReportedAsDamaged() {
    InputStream cut = new ByteArrayInputStream(new byte[10]);
    assertThatThrownBy(() -> JarBytes.read(cut, 11))
        .isInstanceOf(EOFException.class)
        .hasMessageContaining("damaged");
  }
}
