package io.cioagent.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.cioagent.core.operation.ClientClassName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds the lines that the design draws around and inside the core. */
class CoreRoomsTest {
  private static final String CORE = "io.cioagent.core";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(CORE);

  @Test
  void knowsNoInstrumentedLibraryAndNothingThatBreaksStartUp() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "net.bytebuddy..",
            "javax.servlet..",
            "jakarta.servlet..",
            "okhttp3..",
            "org.apache.http..",
            "org.apache.hc..",
            "io.netty..",
            "java.net.http..",
            "java.util.logging..",
            "java.lang.management..",
            "javax.management..")
        .check(CLASSES);
  }

  @Test
  void knowsNoOtherRoomOfTheHouse() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.cioagent.bridge..", "io.cioagent.instrumentation..", "io.cioagent.launcher..")
        .check(CLASSES);
  }

  @ParameterizedTest
  @CsvSource({
    "operation, ''",
    "privacy,   ''",
    "config,    operation privacy webhook",
    "tracing,   ''",
    "webhook,   tracing",
    "observe,   operation privacy webhook tracing",
    "oplog,     privacy config webhook observe operation",
    "telemetry, operation privacy config webhook observe tracing oplog",
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
        .allowEmptyShould(true)
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
  void packagesHaveNoCycles() {
    slices().matching(CORE + ".(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void clientClassNameCanBeLoadedAlone() {
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
