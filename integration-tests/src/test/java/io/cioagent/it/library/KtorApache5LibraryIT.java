package io.cioagent.it.library;

/** Ktor on Apache HttpClient 5, whose consumer of answers never completes the client's future. */
@Library("ktor-apache5")
class KtorApache5LibraryIT extends KtorCases {}
