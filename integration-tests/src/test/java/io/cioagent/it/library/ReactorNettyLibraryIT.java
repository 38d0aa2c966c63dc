package io.cioagent.it.library;

/** Reactor Netty 0.9 to 1.3. */
@Library("reactornetty")
class ReactorNettyLibraryIT extends LibraryCases {}
