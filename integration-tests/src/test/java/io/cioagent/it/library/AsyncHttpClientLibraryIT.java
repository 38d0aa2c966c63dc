package io.cioagent.it.library;

/** AsyncHttpClient 2 and 3: seen in Netty, and where it gives up before there is a connection. */
@Library("asynchttpclient")
class AsyncHttpClientLibraryIT extends LibraryCases {}
