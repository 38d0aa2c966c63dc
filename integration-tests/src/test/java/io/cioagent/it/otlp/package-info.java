/**
 * What the agent pushes: a collector of the tests' own reads it with the official protobuf. It is
 * there, comes late, never comes, or hangs.
 */
package io.cioagent.it.otlp;
