package io.cioagent.it.library;

/** CXF, a JAX-RS client: seen in HttpURLConnection and java.net.http, and once. */
@Library("cxf")
class CxfLibraryIT extends LibraryCases {}
