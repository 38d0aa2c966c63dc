package io.cioagent.it.harness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Lets Java 8 resolve names from the file that {@code -Djdk.net.hosts.file} names, which only later
 * versions do by themselves. It goes by the JDK's own service for names, which Java 9 removed.
 */
final class Java8Names {

  private static final String SOURCES = "nameservice";
  private static final String SERVICE =
      "META-INF/services/sun.net.spi.nameservice.NameServiceDescriptor";
  private static final String DESCRIPTOR = "io.cioagent.it.names.HostsFileDescriptor";

  private static final Map<Jdk, Path> JARS = new ConcurrentHashMap<>();

  private Java8Names() {}

  /**
   * The options besides the file's. The JDK looks the service up by the context class loader of the
   * thread that resolves the first name, and every class loader sees the bootstrap class path.
   */
  static List<String> options(Jdk jdk) {
    return List.of(
        "-Xbootclasspath/a:" + JARS.computeIfAbsent(jdk, Java8Names::jar),
        "-Dsun.net.spi.nameservice.provider.1=dns,hosts-file");
  }

  private static Path jar(Jdk jdk) {
    Path folder = Build.scratch(SOURCES);
    Path jar = folder.resolve("names.jar");
    try {
      Path classes = compiled(jdk, Files.createDirectory(folder.resolve("classes")));
      try (OutputStream file = Files.newOutputStream(jar);
          JarOutputStream out = new JarOutputStream(file);
          Stream<Path> all = Files.walk(classes)) {
        add(out, SERVICE, DESCRIPTOR.getBytes(UTF_8));
        for (Path each : all.filter(Files::isRegularFile).toList()) {
          add(out, classes.relativize(each).toString(), Files.readAllBytes(each));
        }
      }
      return jar;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void add(JarOutputStream out, String name, byte[] content) throws IOException {
    out.putNextEntry(new ZipEntry(name));
    out.write(content);
    out.closeEntry();
  }

  /** Against the JDK's own classes: {@code --release 8} hides the service. */
  private static Path compiled(Jdk jdk, Path classes) throws IOException {
    List<String> options =
        List.of(
            "-source",
            "8",
            "-target",
            "8",
            "-bootclasspath",
            jdk.home().resolve("jre/lib/rt.jar").toString(),
            "-nowarn",
            "-proc:none",
            "-d",
            classes.toString());
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null);
        Stream<Path> all = Files.walk(Build.appSources(SOURCES))) {
      List<Path> sources = all.filter(file -> file.toString().endsWith(".java")).toList();
      if (!compiler
          .getTask(said, manager, null, options, null, manager.getJavaFileObjectsFromPaths(sources))
          .call()) {
        throw new AssertionError(said + "\njavac " + options);
      }
    }
    return classes;
  }
}
