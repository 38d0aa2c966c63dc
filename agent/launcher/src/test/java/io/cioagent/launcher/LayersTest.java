package io.cioagent.launcher;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.cioagent.core.endpoint.EndpointAddress;
import io.cioagent.core.observe.Observer;
import io.cioagent.core.operation.ClientClassName;
import io.cioagent.instrumentation.Instrumentation;
import io.cioagent.instrumentation.WovenClassesGenerator;
import io.cioagent.instrumentation.client.ClientInstrumentation;
import io.cioagent.weaver.AgentVersion;
import io.cioagent.weaver.ApplicationLibraries;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Modifier;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Holds the lines between the rooms of the design; those inside the core it holds itself. */
class LayersTest {
  private static final String BRIDGE = "io.cioagent.bridge..";
  private static final String CORE = "io.cioagent.core..";
  private static final String INSTRUMENTATION = "io.cioagent.instrumentation..";
  private static final String LAUNCHER = "io.cioagent.launcher..";
  private static final String WEAVER = "io.cioagent.weaver..";
  private static final String COMMAND_LINE = "io.cioagent.commandline..";
  private static final String PICOCLI = "picocli..";
  private static final String ASM = "org.objectweb.asm..";
  private static final String OPEN_TELEMETRY = "io.opentelemetry..";
  private static final String OPEN_TELEMETRY_API = "io.cioagent.instrumentation.opentelemetryapi..";
  private static final int MOST_BRIDGE_CLASSES = 5;

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.cioagent");

  @Test
  void everyModuleIsChecked() {
    for (String room :
        new String[] {BRIDGE, CORE, INSTRUMENTATION, LAUNCHER, WEAVER, COMMAND_LINE}) {
      assertThat(CLASSES.that(resideInAPackage(room))).as(room).isNotEmpty();
    }
  }

  @Test
  void bridgeKnowsTheJdkAlone() {
    classes()
        .that()
        .resideInAPackage(BRIDGE)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", BRIDGE)
        .check(CLASSES);
  }

  @Test
  void bridgeIsSmall() {
    assertThat(
            CLASSES.that(resideInAPackage(BRIDGE)).stream()
                .filter(each -> !each.getSimpleName().equals("package-info")))
        .hasSizeLessThanOrEqualTo(MOST_BRIDGE_CLASSES);
  }

  @Test
  void coreKnowsNoOtherModuleAndNoInstrumentedLibrary() {
    noClasses()
        .that()
        .resideInAPackage(CORE)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(BRIDGE, INSTRUMENTATION, LAUNCHER, WEAVER, ASM)
        .check(CLASSES);
  }

  @Test
  void instrumentationKnowsNoTelemetry() {
    noClasses()
        .that()
        .resideInAPackage(INSTRUMENTATION)
        // Its OpenTelemetry is the application's.
        .and()
        .resideOutsideOfPackage(OPEN_TELEMETRY_API)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(OPEN_TELEMETRY)
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAPackage(INSTRUMENTATION)
        // It runs in the build only, and is not part of the jar.
        .and()
        .doNotHaveFullyQualifiedName(WovenClassesGenerator.class.getName())
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.prometheus..",
            "io.cioagent.core.event..",
            "io.cioagent.core.metrics..",
            "io.cioagent.core.spans..",
            "io.cioagent.core.oplog..",
            "io.cioagent.core.telemetry..",
            "io.cioagent.core.privacy..",
            LAUNCHER,
            WEAVER)
        .check(CLASSES);
  }

  /** It is on the application's class path, where nothing else of the agent is. */
  @Test
  void launcherKnowsTheJdkTheBridgeAndOneClassOfTheCore() {
    noClasses()
        .that()
        .resideInAPackage(LAUNCHER)
        .should()
        .dependOnClassesThat(
            not(resideInAnyPackage("java..", LAUNCHER, BRIDGE))
                .and(not(equivalentTo(ClientClassName.class)))
                // Of the JDK, too: only it defines classes on the bootstrap loader.
                .and(not(name("jdk.internal.misc.Unsafe"))))
        .check(CLASSES);
  }

  /** They would be woken before the application can choose its own. */
  @Test
  void launcherUsesNothingThatTheApplicationMayReplace() {
    noClasses()
        .that()
        .resideInAPackage(LAUNCHER)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.util.logging..", "java.lang.management..", "javax..", "java.nio.file..")
        .check(CLASSES);
  }

  /** It runs in a JVM of its own, where no agent is. */
  @Test
  void commandLineKnowsTheSettingsTheEndpointsAddressTheLibrariesAndPicocli() {
    noClasses()
        .that()
        .resideInAPackage(COMMAND_LINE)
        .should()
        .dependOnClassesThat(
            not(resideInAnyPackage(
                    "java..",
                    "com.sun.net.httpserver..",
                    COMMAND_LINE,
                    PICOCLI,
                    "io.cioagent.core.config.."))
                .and(not(equivalentTo(EndpointAddress.class)))
                .and(not(equivalentTo(AgentVersion.class)))
                .and(not(equivalentTo(ApplicationLibraries.class))))
        .check(CLASSES);
  }

  /** Both lie in a jar of their own within the agent's, which the agent itself never opens. */
  @Test
  void nothingOfTheAgentKnowsTheCommandLine() {
    noClasses()
        .that()
        .resideOutsideOfPackage(COMMAND_LINE)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(COMMAND_LINE, PICOCLI)
        .check(CLASSES);
  }

  @Test
  void onlyTheWeaverAndTheInstrumentationKnowAsm() {
    noClasses()
        .that()
        .resideOutsideOfPackages(WEAVER, INSTRUMENTATION)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ASM)
        .check(CLASSES);
  }

  private static Set<String> namedInstrumentations() throws IOException {
    try (InputStream in =
        LayersTest.class.getClassLoader().getResourceAsStream(WovenClasses.RESOURCE)) {
      ByteArrayOutputStream text = new ByteArrayOutputStream();
      for (int next = in.read(); next >= 0; next = in.read()) {
        text.write(next);
      }
      return new TreeSet<>(WovenClasses.parse(text.toString("UTF-8")).instrumentations().values());
    }
  }

  @Test
  void everyNamedInstrumentationCanBeMade() throws Exception {
    assertThat(namedInstrumentations()).isNotEmpty();
    for (String name : namedInstrumentations()) {
      assertThat(name).endsWith("Instrumentation");
      Class<?> type = Class.forName(name);
      assertThat(Instrumentation.class).isAssignableFrom(type);
      assertThat(Modifier.isPublic(type.getModifiers())).as(name).isTrue();
      assertThat(type.getConstructor(Observer.class)).isNotNull();
    }
  }

  @Test
  void everyInstrumentationIsNamed() throws IOException {
    Set<String> implementations = new TreeSet<>();
    for (JavaClass each : CLASSES) {
      if (each.isAssignableTo(Instrumentation.class)
          && !each.isInterface()
          && !each.getModifiers().contains(JavaModifier.ABSTRACT)
          // Finds its classes by other means than a list.
          && !each.isEquivalentTo(ClientInstrumentation.class)) {
        implementations.add(each.getName());
      }
    }
    assertThat(implementations).isEqualTo(namedInstrumentations());
  }
}
