package io.cioagent.it.library;

/** CXF 3, a JAX-RS client: seen in HttpURLConnection, and once. */
@Library("cxf")
class CxfLibraryIT extends LibraryCases {

  /** Without an agent there are 1.2 for each call. */
  @Override
  long otherWeakReferences(int calls, int collections) {
    return calls * 6L / 5;
  }
}
