/**
 * A Customer.io that runs in the same JVM and answers as the real one does, bad days included. It
 * keeps count of every request, and that count is the truth the shop's own belief is held against.
 */
package io.cioagent.testapp.standin;
