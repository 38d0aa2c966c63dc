package io.cioagent.it.library;

/** Apache HttpClient 5, its asynchronous clients. */
@Library("httpasyncclient5")
class HttpAsyncClient5LibraryIT extends LibraryCases {}
