package io.cioagent.weaver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.security.cert.Certificate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadedVersionTest {
  private static final String MANIFEST = "META-INF/MANIFEST.MF";
  private static final String VERSIONED = "Manifest-Version: 1.0\nImplementation-Version: 4.5.6\n";
  private static final String PLAIN = "Manifest-Version: 1.0\n";
  private static final String POM = "META-INF/maven/com.acme/http/pom.properties";

  @TempDir Path folder;

  @Test
  void manifest() throws IOException {
    Path jar = jar("some http.jar", MANIFEST, VERSIONED, POM, "version=7");
    assertThat(of(jar)).isEqualTo("version 4.5.6 of some%20http.jar");
  }

  @Test
  void onlyPom() throws IOException {
    assertThat(of(jar("http.jar", MANIFEST, PLAIN, POM, "version=7.1")))
        .isEqualTo("version 7.1 of http.jar");
    assertThat(of(jar("all.jar", POM, "version=7.1", POM.replace("http", "json"), "version=2")))
        .isEqualTo("version unknown of all.jar");
  }

  @Test
  void nameOfTheJar() throws IOException {
    assertThat(of(jar("okhttp-jvm-5.0.0-alpha.1.jar", MANIFEST, PLAIN)))
        .isEqualTo("version 5.0.0-alpha.1 of okhttp-jvm-5.0.0-alpha.1.jar");
  }

  @Test
  void folderOfClasses() throws IOException {
    Files.createDirectories(folder.resolve("META-INF"));
    Files.write(folder.resolve(MANIFEST), VERSIONED.getBytes(UTF_8));
    assertThat(of(folder)).isEqualTo("version 4.5.6");
  }

  @Test
  void jarInAJar() throws IOException {
    Path inner = jar("http.jar", MANIFEST, VERSIONED);
    Path outer = folder.resolve("shop.jar");
    try (OutputStream out = Files.newOutputStream(outer);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("BOOT-INF/lib/http.jar"));
      zip.write(Files.readAllBytes(inner));
    }
    String path = outer.toUri().getRawPath();
    assertThat(of("jar:file:" + path + "!/BOOT-INF/lib/http.jar!/"))
        .isEqualTo("version 4.5.6 of http.jar");
    assertThat(of("jar:nested:" + path + "/!BOOT-INF/lib/http.jar!/"))
        .isEqualTo("version 4.5.6 of http.jar");
    assertThat(of("jar:nested:" + path + "/!BOOT-INF/lib/gone-1.2.jar!/"))
        .isEqualTo("version 1.2 of gone-1.2.jar");
  }

  @Test
  void jarWithoutVersion() throws IOException {
    assertThat(LoadedVersion.of(null)).isEqualTo("version unknown");
    assertThat(of("file:/no/such/http.jar")).isEqualTo("version unknown of http.jar");
    assertThat(of("file:/no/such/%zz.jar")).isEqualTo("version unknown of %zz.jar");
    assertThat(of("vfs:/content/shop.war/WEB-INF/lib/okhttp-4.1.jar"))
        .isEqualTo("version 4.1 of okhttp-4.1.jar");
    Path broken = Files.write(folder.resolve("broken.jar"), new byte[] {1, 2, 3});
    assertThat(of(broken)).isEqualTo("version unknown of broken.jar");
  }

  private Path jar(String name, String... entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < entries.length; i += 2) {
        zip.putNextEntry(new ZipEntry(entries[i]));
        zip.write(entries[i + 1].getBytes(UTF_8));
      }
    }
    return Files.write(folder.resolve(name), bytes.toByteArray());
  }

  private static String of(Path path) throws IOException {
    return of(path.toUri().toString());
  }

  /** Whatever the protocol: a server has handlers of its own, which must not be opened. */
  private static String of(String url) throws IOException {
    URLStreamHandler handler =
        new URLStreamHandler() {
          @Override
          protected URLConnection openConnection(URL unused) {
            throw new AssertionError("opened");
          }
        };
    CodeSource source = new CodeSource(new URL(null, url, handler), (Certificate[]) null);
    return LoadedVersion.of(new ProtectionDomain(source, null));
  }
}
