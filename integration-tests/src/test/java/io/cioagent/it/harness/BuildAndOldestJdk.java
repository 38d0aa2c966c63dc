package io.cioagent.it.harness;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * For what the JDK hardly makes a difference to: the class runs on the JDK that runs the build and
 * on the oldest; in the long suite it is as {@link EveryJdk}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedClass(name = "{0}")
@MethodSource("io.cioagent.it.harness.Jdk#buildsAndOldest")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public @interface BuildAndOldestJdk {}
