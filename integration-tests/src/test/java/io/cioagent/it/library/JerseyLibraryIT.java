package io.cioagent.it.library;

/** Jersey, a JAX-RS client: seen in its connectors, and once. */
@Library("jersey")
class JerseyLibraryIT extends LibraryCases {}
