package io.cioagent.it.library;

/** Ktor on OkHttp. */
@Library("ktor-okhttp")
class KtorOkHttpLibraryIT extends KtorCases {}
