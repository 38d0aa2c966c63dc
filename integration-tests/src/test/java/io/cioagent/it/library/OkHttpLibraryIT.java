package io.cioagent.it.library;

/** OkHttp 3, 4 and 5. */
@Library("okhttp")
class OkHttpLibraryIT extends LibraryCases {}
