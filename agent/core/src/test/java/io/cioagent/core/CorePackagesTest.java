package io.cioagent.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.cioagent.core.operation.ClientClassName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks the dependencies between the packages of the core. */
class CorePackagesTest {
  private static final String CORE = "io.cioagent.core";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(CORE);

  @Test
  void dependsOnNoInstrumentedLibraryAndOnNoApiThatBreaksStartUp() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "net.bytebuddy..",
            "javax.servlet..",
            "jakarta.servlet..",
            "okhttp3..",
            "org.apache.http..",
            "io.netty..",
            "com.sun.net.httpserver..",
            "java.net.http..",
            "java.util.logging..",
            "java.lang.management..",
            "javax.management..")
        .check(CLASSES);
  }

  /** The endpoint includes the library that applications use too. */
  @Test
  void onlyTheEndpointDependsOnItsHttpLibrary() {
    noClasses()
        .that()
        .resideOutsideOfPackage(CORE + ".endpoint")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.hc..")
        .check(CLASSES);
  }

  @Test
  void dependsOnNoOtherModule() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.cioagent.bridge..", "io.cioagent.instrumentation..", "io.cioagent.launcher..")
        .check(CLASSES);
  }

  /** Strings count as well: each instrumentation registers whatever is specific to its library. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "okhttp",
        "org.apache.",
        "io.netty",
        "org.eclipse.jetty",
        "io.vertx",
        "reactor.",
        "kotlin"
      })
  void namesNoInstrumentedLibrary(String library) throws IOException {
    for (JavaClass each : CLASSES) {
      byte[] classFile = Files.readAllBytes(Paths.get(each.getSource().get().getUri()));
      assertThat(new String(classFile, StandardCharsets.ISO_8859_1))
          .as(each.getName())
          .doesNotContain(library);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "base,      ''",
    "operation, ''",
    "privacy,   ''",
    "tracing,   ''",
    "config,    operation privacy webhook",
    "webhook,   base tracing",
    "call,      base operation webhook tracing",
    "follow,    call tracing",
    "observe,   call follow operation webhook tracing",
    "event,     call webhook tracing privacy",
    "metrics,   event call webhook operation config privacy tracing",
    "spans,     event call webhook operation privacy tracing",
    "oplog,     event call webhook operation config privacy base",
    "endpoint,  base metrics",
    "export,    event oplog config privacy",
  })
  void packagesDependOnlyOn(String name, String others) {
    String allowed = name + " " + others;
    noClasses()
        .that()
        .resideInAPackage(CORE + "." + name + "..")
        .should()
        .dependOnClassesThat(
            JavaClass.Predicates.resideInAPackage(CORE + "..")
                .and(JavaClass.Predicates.resideOutsideOfPackages(packages(allowed))))
        .check(CLASSES);
  }

  private static String[] packages(String names) {
    String[] packages = names.trim().split(" ", -1);
    for (int i = 0; i < packages.length; i++) {
      packages[i] = CORE + "." + packages[i] + "..";
    }
    return packages;
  }

  @Test
  void packagesAreFreeOfCycles() {
    slices().matching(CORE + ".(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void clientClassNameLoadsWithoutOtherAgentClasses() {
    classes()
        .that()
        .haveFullyQualifiedName(ClientClassName.class.getName())
        .should()
        .onlyDependOnClassesThat(
            JavaClass.Predicates.resideInAPackage("java.lang")
                .or(JavaClass.Predicates.equivalentTo(ClientClassName.class)))
        .check(CLASSES);
  }
}
