/**
 * Holds the pages of the documentation to each other and to the repository. What they say of the
 * code is held by the code's own tests.
 */
package io.cioagent.it.docs;
