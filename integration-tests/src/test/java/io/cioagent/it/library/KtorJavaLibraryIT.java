package io.cioagent.it.library;

/** Ktor on the JDK's client. */
@Library("ktor-java")
class KtorJavaLibraryIT extends KtorCases {}
