package io.cioagent.instrumentation.handover;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;

/** A thread pool is made: all of its workers are woven from the start. */
final class PoolMadeAdapter extends Adapter {
  private final Pools pools;

  PoolMadeAdapter(Observer observer, Pools pools) {
    super(observer, "handover");
    this.pools = pools;
  }

  @Override
  public Object enter(Object pool, Object unused, Object unusedToo) {
    pools.add(pool);
    return null;
  }
}
