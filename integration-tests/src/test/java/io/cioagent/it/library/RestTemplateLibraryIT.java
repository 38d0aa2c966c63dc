package io.cioagent.it.library;

/** Spring RestTemplate 4 and 5: seen in what it sits on, and once. */
@Library("resttemplate")
class RestTemplateLibraryIT extends LibraryCases {}
