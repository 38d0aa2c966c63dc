package io.cioagent.it.library;

/** OpenFeign on OkHttp: what sits on OkHttp is seen there, and once. */
@Library("feign")
class FeignLibraryIT extends LibraryCases {}
