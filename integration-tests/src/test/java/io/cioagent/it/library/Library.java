package io.cioagent.it.library;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.AnnotationBasedArgumentsProvider;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.support.ParameterDeclarations;

/**
 * The class runs once for each version of this library on the build's JDK, for the oldest and the
 * newest on every other one too.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedClass(name = "{1} on {0}")
@ArgumentsSource(Library.Rows.class)
@interface Library {

  String value();

  /** The JDK comes first, as {@code WatchedApplication} wants it. */
  final class Rows extends AnnotationBasedArgumentsProvider<Library> {
    @Override
    protected Stream<? extends Arguments> provideArguments(
        ParameterDeclarations parameters, ExtensionContext context, Library library) {
      List<LibraryVersion> rows = LibraryVersions.of(library.value());
      return LibraryRows.lastOnEveryJdk(rows);
    }
  }
}
