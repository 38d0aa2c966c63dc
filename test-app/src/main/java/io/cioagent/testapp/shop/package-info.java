/**
 * The shop: customers who sign up, order, look around and leave. It writes down what it believes to
 * have told Customer.io, which is all that its own code can know.
 */
package io.cioagent.testapp.shop;
