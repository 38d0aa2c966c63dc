package io.cioagent.it.library;

/** Apache HttpClient 5, its classic clients. */
@Library("httpclient5")
class HttpClient5LibraryIT extends LibraryCases {}
