/** What the log lines of the application contain about their operation. */
package io.cioagent.it.mdc;
