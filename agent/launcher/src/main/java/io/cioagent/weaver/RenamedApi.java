package io.cioagent.weaver;

import io.cioagent.instrumentation.PackageName;
import io.cioagent.instrumentation.opentelemetryapi.GlobalAdapter;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/**
 * The names of OpenTelemetry's API in OpenTelemetry's Java agent, which has its own copy of it on
 * the bootstrap class path. The adapters of that copy are those of every other copy, renamed.
 */
final class RenamedApi {
  private static final String ADAPTERS = PackageName.of(GlobalAdapter.class) + '.';
  private static final String NAME = "io/opentelemetry/";
  private static final String RENAMED = "io/opentelemetry/javaagent/shaded/io/opentelemetry/";

  private RenamedApi() {}

  /** Whether a class uses that copy, if it is loaded for the bootstrap class path. */
  static boolean isUsedBy(String className) {
    return className.startsWith(ADAPTERS);
  }

  static byte[] rename(byte[] classFile) {
    ClassWriter writer = new ClassWriter(0);
    new ClassReader(classFile)
        .accept(
            new ClassRemapper(
                writer,
                new Remapper(Opcodes.ASM9) {
                  @Override
                  public String map(String name) {
                    return name.startsWith(NAME) ? RENAMED + name.substring(NAME.length()) : name;
                  }
                }),
            0);
    return writer.toByteArray();
  }
}
