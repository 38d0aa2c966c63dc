package io.cioagent.it.library;

/** Ktor, on any engine. */
abstract class KtorCases extends LibraryCases {
  /** A call makes as many continuations, each of which is known until the call is over. */
  private static final int CONTINUATIONS = 150;

  @Override
  long otherWeakReferences(int calls, int collections) {
    return (long) collections * CONTINUATIONS;
  }
}
