/** What the file of a class says about it: names, fields, methods and their types. */
package io.cioagent.instrumentation.classfile;
