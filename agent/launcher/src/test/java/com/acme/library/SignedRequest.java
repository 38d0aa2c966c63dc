package com.acme.library;

/** An application's subclass of a library's class. */
public class SignedRequest extends Request {}
