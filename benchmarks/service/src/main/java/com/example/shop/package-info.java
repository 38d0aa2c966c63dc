/**
 * The service that {@code service.sh} puts under load: each order sends one {@code identify} to
 * Customer.io.
 */
package com.example.shop;
