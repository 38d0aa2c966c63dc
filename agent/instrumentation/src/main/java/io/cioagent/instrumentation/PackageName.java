package io.cioagent.instrumentation;

/**
 * Names of packages, from class names: {@link Class#getPackage} is null on Java 8 if the class
 * loader defines no packages, and for the bridge on every version.
 */
public final class PackageName {
  private PackageName() {}

  public static String of(Class<?> type) {
    return of(type.getName());
  }

  static String of(String className) {
    return className.substring(0, className.lastIndexOf('.'));
  }

  /** The last part, which identifies a package of the instrumentation in metrics and logs. */
  public static String lastPartOf(Class<?> type) {
    String name = of(type);
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
