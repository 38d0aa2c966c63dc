package io.cioagent.it.apps.habits.customerio;

/** What a framework makes its proxy for. */
public interface People {
  int identify(String id);
}
