/**
 * Asks a running agent what it has seen, prints the interesting part, and holds it against what is
 * known of the run. It is a program of its own that the demo starts, no part of the shop.
 */
package io.cioagent.testapp.show;
