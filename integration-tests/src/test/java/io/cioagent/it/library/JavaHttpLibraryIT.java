package io.cioagent.it.library;

/** The JDK's {@code java.net.http}. */
@Library("javahttp")
class JavaHttpLibraryIT extends LibraryCases {}
