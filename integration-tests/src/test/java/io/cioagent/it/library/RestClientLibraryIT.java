package io.cioagent.it.library;

/** Spring RestClient 6.1 and 7: seen in what it sits on, and once. */
@Library("restclient")
class RestClientLibraryIT extends LibraryCases {}
