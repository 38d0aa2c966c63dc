/**
 * The table of routes, row by row, as requests of a real application. What is counted and shown
 * must be the row's words and nothing of the request's own.
 */
package io.cioagent.it.routes;
