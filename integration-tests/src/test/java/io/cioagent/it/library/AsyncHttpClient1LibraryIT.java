package io.cioagent.it.library;

/** AsyncHttpClient 1.9. */
@Library("asynchttpclient1")
class AsyncHttpClient1LibraryIT extends LibraryCases {}
