package io.cioagent.core.call;

import io.cioagent.core.tracing.TraceParent;
import org.jspecify.annotations.Nullable;

/**
 * Receives what the application does with Customer.io. Called on the application's threads,
 * concurrently and without a lock; must be quick and must not throw.
 */
public interface CallListener {

  /** A call begins; it may turn out not to count, and then nothing more is reported of it. */
  void started(Call call);

  /** An exchange on the wire begins. */
  void started(Attempt attempt);

  /**
   * The client method that began a call has returned, and the call goes on. This is the last moment
   * at which its data are certain to be as they were passed.
   */
  void left(Call call);

  /** An exchange on the wire is over; its outcome is final. */
  void ended(Attempt attempt);

  /** A call that counts is over; its outcome is final. */
  void ended(Call call);

  /**
   * The application has read the id that Customer.io gave to a message.
   *
   * @param call the call that sent the message, which may be over
   */
  void sent(Call call, String deliveryId);

  /** The ids of the call's own span, null where it has none. */
  default @Nullable TraceParent spanOf(Call call) {
    return null;
  }

  /**
   * The agent's own code failed; the application did not notice.
   *
   * @param where the place in the agent, one of a few fixed names
   */
  void failed(String where, Throwable failure);
}
