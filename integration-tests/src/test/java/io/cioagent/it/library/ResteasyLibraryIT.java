package io.cioagent.it.library;

/** RESTEasy, a JAX-RS client: seen in Apache HttpClient 4, and once. */
@Library("resteasy")
class ResteasyLibraryIT extends LibraryCases {}
