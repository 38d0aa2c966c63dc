package io.cioagent.it.harness;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** As {@link EveryJdk}, for applications that use what came with Java 11. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedClass(name = "{0}")
@MethodSource("io.cioagent.it.harness.Jdk#from11")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public @interface EveryJdkFrom11 {}
