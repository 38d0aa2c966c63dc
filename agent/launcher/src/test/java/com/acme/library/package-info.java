/** Stands for a library that applications bring, in as many copies as they like. */
package com.acme.library;
