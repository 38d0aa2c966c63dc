package io.cioagent.it.library;

/** Commons HttpClient 3. */
@Library("commonshttpclient3")
class CommonsHttpClient3LibraryIT extends SilentRetryCases {}
