package io.cioagent.it.deployment;

import io.cioagent.it.harness.Build;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;

/** A folder for a distribution. It stays only after a failure, as some take 400 MB. */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@TempDir(factory = ServerFolder.Scratch.class, cleanup = CleanupMode.ON_SUCCESS)
@interface ServerFolder {

  /** Among the other files of the tests. */
  final class Scratch implements TempDirFactory {
    @Override
    public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext test) {
      return Build.scratch("server");
    }
  }
}
