/**
 * The finished jar as a file: what is in it and what it demands of a JVM. No agent is started here.
 */
package io.cioagent.it.jar;
