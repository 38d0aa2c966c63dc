package io.cioagent.it.library;

/** CXF 3, a JAX-RS client: seen in HttpURLConnection, and once. */
@Library("cxf")
class CxfLibraryIT extends LibraryCases {}
