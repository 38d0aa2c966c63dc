package io.cioagent.it.library;

/** The JDK's {@link java.net.HttpURLConnection}. */
@Library("urlconnection")
class UrlConnectionLibraryIT extends LibraryCases {}
