package io.cioagent.it.library;

/** OpenFeign on everything but OkHttp: seen there, and once. */
@Library("feign-clients")
class FeignClientsLibraryIT extends LibraryCases {}
