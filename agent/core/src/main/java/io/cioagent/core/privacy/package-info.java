/**
 * The one place where anything is masked: user ids, texts, URLs and exceptions pass through here
 * before they leave the agent. It knows what personal data and credentials look like and nothing
 * about where the results go.
 */
package io.cioagent.core.privacy;
