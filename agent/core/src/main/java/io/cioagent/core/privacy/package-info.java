/**
 * Masking: user ids, texts, URLs, data and exceptions are masked here before they leave the agent.
 * The package recognizes personal data and credentials and does not depend on the outputs.
 */
package io.cioagent.core.privacy;
