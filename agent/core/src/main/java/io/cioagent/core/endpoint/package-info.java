/** The embedded HTTP endpoint and its pages. */
package io.cioagent.core.endpoint;
