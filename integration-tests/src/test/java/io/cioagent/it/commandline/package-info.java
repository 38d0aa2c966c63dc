/**
 * The command line of the one jar: what each command prints, its exit codes, and JVMs that the
 * agent is put into by it. Real JVMs, the real jar.
 */
package io.cioagent.it.commandline;
