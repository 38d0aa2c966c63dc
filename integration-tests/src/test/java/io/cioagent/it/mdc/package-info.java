/** What the application's own log lines tell of the operation that they belong to. */
package io.cioagent.it.mdc;
