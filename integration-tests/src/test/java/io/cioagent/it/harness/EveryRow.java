package io.cioagent.it.harness;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * A case that runs for every row of a library. All others are left out where the short suite runs
 * the same library's newest row on another JDK.
 */
@Tag(EveryRow.TAG)
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface EveryRow {
  String TAG = "every-row";
}
