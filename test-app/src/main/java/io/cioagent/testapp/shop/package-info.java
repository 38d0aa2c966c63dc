/**
 * The shop: customers who sign up, order, browse and leave. It counts the results of its calls to
 * Customer.io as far as its own code knows them.
 */
package io.cioagent.testapp.shop;
