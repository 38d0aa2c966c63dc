package io.cioagent.weaver;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.security.AccessController;
import java.security.CodeSource;
import java.security.PrivilegedAction;
import java.security.ProtectionDomain;
import java.util.Enumeration;
import java.util.Properties;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarInputStream;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The version of a library, read from the jar of a class. Opens files, so it is used for warnings
 * only. Opens nothing through the application's class loader or URL handlers.
 */
final class LoadedVersion {
  private static final String UNKNOWN = "version unknown";
  private static final String MANIFEST = "META-INF/MANIFEST.MF";
  private static final Pattern POM = Pattern.compile("META-INF/maven/[^/]+/[^/]+/pom[.]properties");

  /** {@code okhttp-4.12.0.jar}. */
  private static final Pattern VERSION_IN_NAME = Pattern.compile("-(\\d[^/]*)[.]jar");

  /**
   * A jar in a jar or war: {@code jar:file:/a.jar!/b.jar!/}, {@code jar:nested:/a.jar/!b.jar!/}.
   */
  private static final Pattern NESTED =
      Pattern.compile("jar:(?:file|nested):(?<outer>[^!]+?)/?!/?(?<inner>[^!]+[.]jar)(?:!/)?");

  private LoadedVersion() {}

  /** Such as {@code version 4.12.0 of okhttp-4.12.0.jar}. */
  static String of(@Nullable ProtectionDomain domain) {
    // The application's code that loads the class may not be allowed to read the jar.
    PrivilegedAction<String> read = () -> read(domain);
    try {
      return AccessController.doPrivileged(read);
    } catch (RuntimeException e) {
      return UNKNOWN;
    }
  }

  private static String read(@Nullable ProtectionDomain domain) {
    CodeSource source = domain == null ? null : domain.getCodeSource();
    URL location = source == null ? null : source.getLocation();
    if (location == null) {
      return UNKNOWN;
    }
    String url = location.toString();
    String version = version(url);
    String path = url.endsWith("!/") ? url.substring(0, url.length() - 2) : url;
    String name = path.substring(path.lastIndexOf('/') + 1);
    if (version == null) {
      Matcher inName = VERSION_IN_NAME.matcher(name);
      version = inName.find() ? inName.group(1) : null;
    }
    String known = version == null ? UNKNOWN : "version " + version;
    return name.isEmpty() ? known : known + " of " + name;
  }

  private static @Nullable String version(String url) {
    try {
      Matcher nested = NESTED.matcher(url);
      if (nested.matches()) {
        return ofNested(file(nested.group("outer")), nested.group("inner"));
      }
      if (!url.startsWith("file:")) {
        return null;
      }
      File file = file(url.substring("file:".length()));
      return file.isDirectory() ? ofFolder(file.toPath()) : ofJar(file);
    } catch (IOException | IllegalArgumentException e) {
      // Deleted or replaced since then, or not a jar.
      return null;
    }
  }

  private static File file(String rawPath) {
    return Paths.get(URI.create("file:" + rawPath)).toFile();
  }

  private static @Nullable String ofFolder(Path folder) throws IOException {
    try (InputStream in = Files.newInputStream(folder.resolve(MANIFEST))) {
      return of(new Manifest(in));
    }
  }

  private static @Nullable String ofNested(File outer, String inner) throws IOException {
    try (JarFile jar = new JarFile(outer, false)) {
      JarEntry entry = jar.getJarEntry(inner);
      if (entry == null) {
        return null;
      }
      try (JarInputStream in = new JarInputStream(jar.getInputStream(entry), false)) {
        return of(in.getManifest());
      }
    }
  }

  private static @Nullable String ofJar(File file) throws IOException {
    try (JarFile jar = new JarFile(file, false)) {
      String version = of(jar.getManifest());
      return version == null ? ofPom(jar) : version;
    }
  }

  private static @Nullable String of(Manifest manifest) {
    return manifest == null
        ? null
        : manifest.getMainAttributes().getValue(Attributes.Name.IMPLEMENTATION_VERSION);
  }

  /** A jar that bundles many libraries has several, and the right one is not known. */
  private static @Nullable String ofPom(JarFile jar) throws IOException {
    JarEntry only = null;
    for (Enumeration<JarEntry> all = jar.entries(); all.hasMoreElements(); ) {
      JarEntry entry = all.nextElement();
      if (POM.matcher(entry.getName()).matches()) {
        if (only != null) {
          return null;
        }
        only = entry;
      }
    }
    if (only == null) {
      return null;
    }
    Properties properties = new Properties();
    try (InputStream in = jar.getInputStream(only)) {
      properties.load(in);
    }
    return properties.getProperty("version");
  }
}
