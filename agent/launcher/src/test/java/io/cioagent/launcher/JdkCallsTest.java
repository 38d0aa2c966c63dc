package io.cioagent.launcher;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.cioagent.commandline.Commands;
import java.text.SimpleDateFormat;
import org.junit.jupiter.api.Test;

/** Methods of the JDK that depend on what surrounds the agent, so that its code must not call. */
class JdkCallsTest {
  private static final String COMMAND_LINE = Commands.class.getPackage().getName() + "..";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.cioagent");

  /** Null on Java 8 where the class loader defines no packages, and for the bridge everywhere. */
  @Test
  void noPackageLookupOfAClass() {
    noClasses().should().callMethod(Class.class, "getPackage").check(CLASSES);
  }

  /** The default locale may have its own digits, calendar, or upper and lower case. */
  @Test
  void nothingInTheDefaultLocale() {
    noClasses()
        .that()
        .resideOutsideOfPackage(COMMAND_LINE)
        .should()
        .callMethod(String.class, "format", String.class, Object[].class)
        .orShould()
        .callMethod(String.class, "toLowerCase")
        .orShould()
        .callMethod(String.class, "toUpperCase")
        .orShould()
        .callConstructor(SimpleDateFormat.class, String.class)
        .orShould()
        .callConstructor(SimpleDateFormat.class)
        .check(CLASSES);
  }

  /** What an application puts in their place may throw, block or run any code. */
  @Test
  void noStreamThatTheApplicationMayReplace() {
    noClasses()
        .that()
        .resideOutsideOfPackage(COMMAND_LINE)
        // Runs for the command line, and before an application that permits the agent nothing.
        .and()
        .doNotHaveSimpleName("Main")
        .and()
        .doNotHaveSimpleName("Permissions")
        .should()
        .accessField(System.class, "err")
        .orShould()
        .accessField(System.class, "out")
        .check(CLASSES);
  }
}
