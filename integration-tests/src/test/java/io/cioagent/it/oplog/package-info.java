/**
 * The operation log as an application's operator finds it: what its lines tell, where they go, and
 * that none is lost or too many without a word.
 */
package io.cioagent.it.oplog;
