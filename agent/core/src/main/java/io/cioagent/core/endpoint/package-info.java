/** The embedded HTTP endpoint and what it serves. */
package io.cioagent.core.endpoint;
