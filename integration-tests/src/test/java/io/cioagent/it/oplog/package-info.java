/**
 * The operation log as an operator sees it: the content of its lines, where they go, and that none
 * is lost or too many without a word.
 */
package io.cioagent.it.oplog;
