package io.cioagent.it.neighbours;

/** When the agent joins a JVM that has a neighbour. */
enum Order {
  FIRST,
  SECOND,
  ATTACHED
}
