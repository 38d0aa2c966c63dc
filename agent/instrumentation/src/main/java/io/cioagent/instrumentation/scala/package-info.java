/** Scala's futures as results of client methods, from Scala 2.11 on. They are only listened to. */
package io.cioagent.instrumentation.scala;
