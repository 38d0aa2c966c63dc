package io.cioagent.core.config;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The application's own configuration files and manifest, in the working directory, the folders of
 * the class path, and the jar that comes first on it. A jar is opened at most once, and files that
 * are too large for a configuration are not read.
 */
final class ApplicationFiles {
  private static final String PREFERRED_KEY = "spring.application.name";
  private static final String QUARKUS_KEY = "quarkus.application.name";

  /** The keys under which frameworks name their application, in order of preference. */
  static final String[] FRAMEWORK_KEYS = {
    PREFERRED_KEY, QUARKUS_KEY, "micronaut.application.name",
  };

  private static final String[] MICROPROFILE_KEYS = {
    QUARKUS_KEY, "otel.service.name", "application.name",
  };

  private static final int LARGEST = 1 << 18;

  /** Where a jar or an unpacked jar holds the class path of the application. */
  private static final String[] ROOTS = {"BOOT-INF/classes/", "WEB-INF/classes/", ""};

  private static final String[] WORKING_DIRECTORY = {""};
  private static final String[] FOLDERS = {"config/", ""};
  private static final String[] STEMS = {"application", "bootstrap"};
  private static final String PROPERTIES = ".properties";
  private static final String[] EXTENSIONS = {PROPERTIES, ".yml", ".yaml"};
  private static final String MICROPROFILE = "META-INF/microprofile-config.properties";
  private static final String MANIFEST = "META-INF/MANIFEST.MF";

  private final @Nullable File workingDirectory;
  private final Map<String, String> names = new HashMap<>();
  private @Nullable String title;

  ApplicationFiles(@Nullable String workingDirectory) {
    this.workingDirectory = workingDirectory == null ? null : new File(workingDirectory);
  }

  /** Reads the files in order of precedence, until the preferred key has a name. */
  void read(List<String> classPath) {
    if (workingDirectory != null) {
      readConfiguration(new Folder(workingDirectory), WORKING_DIRECTORY);
    }
    for (int i = 0; i < classPath.size() && !isComplete(); i++) {
      String entry = classPath.get(i);
      // Libraries follow; they do not name the application.
      if (i == 0 || !entry.regionMatches(true, entry.length() - 4, ".jar", 0, 4)) {
        readEntry(resolved(entry));
      }
    }
  }

  /** The name in the configuration, if there is one. */
  @Nullable String configuredName() {
    for (String[] keys : new String[][] {FRAMEWORK_KEYS, MICROPROFILE_KEYS}) {
      for (String key : keys) {
        String name = names.get(key);
        if (name != null) {
          return name;
        }
      }
    }
    return null;
  }

  /** The title in the first manifest. */
  @Nullable String title() {
    return title;
  }

  private boolean isComplete() {
    return names.containsKey(PREFERRED_KEY);
  }

  private File resolved(String entry) {
    File file = new File(entry);
    return workingDirectory == null || file.isAbsolute() ? file : new File(workingDirectory, entry);
  }

  private void readEntry(File file) {
    try {
      if (file.isDirectory()) {
        readRoot(new Folder(file));
      } else if (file.isFile()) {
        try (ZipFile zip = new ZipFile(file)) {
          readRoot(new Archive(zip));
        }
      }
    } catch (IOException | RuntimeException e) {
      // The JVM ignores such an entry of the class path, too.
    }
  }

  private void readRoot(Content content) {
    readConfiguration(content, ROOTS);
    for (String root : ROOTS) {
      find(MICROPROFILE_KEYS, content, root + MICROPROFILE);
    }
    if (title == null) {
      title = titleIn(content);
    }
  }

  private void readConfiguration(Content content, String[] roots) {
    for (String root : roots) {
      for (String folder : FOLDERS) {
        for (String stem : STEMS) {
          for (String extension : EXTENSIONS) {
            find(FRAMEWORK_KEYS, content, root + folder + stem + extension);
          }
        }
      }
    }
  }

  private void find(String[] keys, Content content, String path) {
    String text = text(content, path);
    if (text == null) {
      return;
    }
    Map<?, ?> values = path.endsWith(PROPERTIES) ? properties(text) : YamlValues.parse(text);
    for (String key : keys) {
      Object value = values.get(key);
      String name = ServiceName.nameIn(value == null ? null : value.toString());
      if (name != null) {
        names.putIfAbsent(key, name);
      }
    }
  }

  private static Properties properties(String text) {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(firstDocument(text)));
    } catch (IOException | IllegalArgumentException e) {
      // The lines before the malformed one are valid.
    }
    return properties;
  }

  /** Without the documents that may apply to one profile only. */
  private static String firstDocument(String text) {
    int end = text.indexOf("\n#---");
    return end < 0 ? text : text.substring(0, end + 1);
  }

  /** The title in the main section of the manifest, at its beginning. */
  private static @Nullable String titleIn(Content content) {
    try {
      byte[] bytes = content.read(MANIFEST);
      return bytes == null
          ? null
          : new Manifest(new ByteArrayInputStream(bytes))
              .getMainAttributes()
              .getValue(Attributes.Name.IMPLEMENTATION_TITLE);
    } catch (IOException | RuntimeException e) {
      return null;
    }
  }

  /** Null if the file is missing or cannot be read. */
  private static @Nullable String text(Content content, String path) {
    try {
      byte[] bytes = content.read(path);
      return bytes == null ? null : decode(bytes);
    } catch (IOException | RuntimeException e) {
      return null;
    }
  }

  /** Configuration is UTF-8, except for the properties files of some frameworks. */
  private static String decode(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
  }

  /** Null if there is more than a configuration would hold. */
  private static byte @Nullable [] bytes(InputStream in) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    for (int length; (length = in.read(buffer)) >= 0; ) {
      bytes.write(buffer, 0, length);
      if (bytes.size() > LARGEST) {
        return null;
      }
    }
    return bytes.toByteArray();
  }

  /** The files in a folder or jar. */
  private interface Content {
    /** Null if the file is missing or too large. */
    byte @Nullable [] read(String path) throws IOException;
  }

  // Classes rather than lambda expressions: the first of those takes tens of milliseconds on Java
  // 8.

  private static final class Folder implements Content {
    private final File folder;

    Folder(File folder) {
      this.folder = folder;
    }

    @Override
    public byte @Nullable [] read(String path) throws IOException {
      File file = new File(folder, path);
      // Reading a device or pipe may never end.
      if (!file.isFile()) {
        return null;
      }
      try (InputStream in = new FileInputStream(file)) {
        return bytes(in);
      }
    }
  }

  private static final class Archive implements Content {
    private final ZipFile zip;

    Archive(ZipFile zip) {
      this.zip = zip;
    }

    @Override
    public byte @Nullable [] read(String path) throws IOException {
      ZipEntry entry = zip.getEntry(path);
      if (entry == null) {
        return null;
      }
      try (InputStream in = zip.getInputStream(entry)) {
        return bytes(in);
      }
    }
  }
}
