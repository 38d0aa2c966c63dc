package io.cioagent.it.library;

/** Ktor on Apache HttpClient 5, whose consumer of answers never completes the client's future. */
@Library("ktor")
class KtorLibraryIT extends LibraryCases {}
