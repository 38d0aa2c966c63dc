/**
 * Helidon 4 as a server, beneath its routing. Not compiled against Helidon, whose class files are
 * for Java 21.
 */
package io.cioagent.instrumentation.helidonserver;
