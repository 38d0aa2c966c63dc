package io.cioagent.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.cioagent.core.sdklog.Level;
import io.cioagent.core.sdklog.Logger;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The build moves what libraries call of java.util.logging to {@code io.cioagent.core.sdklog}, by
 * name alone. A new version of a library that calls more than is there would fail at run time.
 */
class LibraryLoggingTest {
  private static final String FROM = "java.util.logging.";
  private static final String TO = "io.cioagent.core.sdklog.";

  @Test
  void everyLoggerCallIsMapped() {
    Set<String> called = new TreeSet<>();
    for (JavaClass library :
        new ClassFileImporter()
            .importPackages(
                "io.opentelemetry",
                "io.prometheus",
                "com.fasterxml.jackson.core",
                "com.blogspot.mydailyjava",
                "org.slf4j")) {
      for (Dependency dependency : library.getDirectDependenciesFromSelf()) {
        add(called, dependency.getTargetClass().getName());
      }
      for (JavaAccess<?> access : library.getAccessesFromSelf()) {
        add(called, access.getTarget().getFullName());
      }
    }

    Set<String> there = new TreeSet<>();
    for (JavaClass each : new ClassFileImporter().importClasses(Logger.class, Level.class)) {
      there.add(each.getName());
      for (JavaMember member : each.getMembers()) {
        there.add(member.getFullName());
      }
    }
    assertThat(called).isNotEmpty().isSubsetOf(there);
  }

  private static void add(Set<String> called, String name) {
    if (name.startsWith(FROM)) {
      called.add(name.replace(FROM, TO));
    }
  }
}
