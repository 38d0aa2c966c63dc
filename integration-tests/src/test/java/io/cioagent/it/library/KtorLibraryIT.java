package io.cioagent.it.library;

/** Ktor on Apache HttpClient 5, whose consumer of answers never completes the client's future. */
@Library("ktor")
class KtorLibraryIT extends LibraryCases {
  /** A call makes as many continuations, each of which is known until the call is over. */
  private static final int CONTINUATIONS = 70;

  @Override
  long otherWeakReferences(int calls, int collections) {
    return (long) collections * CONTINUATIONS;
  }
}
