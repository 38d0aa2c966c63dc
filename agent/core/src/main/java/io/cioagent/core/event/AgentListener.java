package io.cioagent.core.event;

import io.cioagent.core.call.CallListener;
import io.cioagent.core.call.JvmExit;
import io.cioagent.core.webhook.WebhookListener;

/** Receives everything that happens, and runs when the JVM exits. */
public interface AgentListener extends CallListener, WebhookListener, JvmExit.Ending {}
