package io.cioagent.it.library;

/** Retrofit 2 and 3: what sits on OkHttp is seen there, and once. */
@Library("retrofit")
class RetrofitLibraryIT extends LibraryCases {}
