/**
 * A package whose name contains the product's only once its dots are left out. The contract counts
 * that as a match.
 */
package io.cioagent.it.apps.customer.io;
