/**
 * Client methods whose results complete later, each kind of result with old and new versions of its
 * library. One table of cases for all publishers, and others for what only one kind knows.
 */
package io.cioagent.it.results;
