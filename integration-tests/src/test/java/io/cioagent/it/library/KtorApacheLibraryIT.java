package io.cioagent.it.library;

/** Ktor on Apache HttpAsyncClient 4. */
@Library("ktor-apache")
class KtorApacheLibraryIT extends KtorCases {
  /** What a call makes and never runs, the agent knows for a second after its end. */
  private static final int CONTINUATIONS_OF_A_CALL = 45;

  @Override
  long otherWeakReferences(int calls, int collections) {
    return (long) calls * CONTINUATIONS_OF_A_CALL;
  }
}
