package io.cioagent.core.operation;

import org.jspecify.annotations.Nullable;

/**
 * Determines from the name alone whether a class may be a Customer.io client (contract, "Finding
 * client classes"). The launcher loads this class separately and calls it for every class that an
 * application loads, so it uses only {@code java.lang} and allocates nothing.
 */
public final class ClientClassName {
  /**
   * The first letter occurs only once, so after a mismatch the search restarts without a fallback
   * table.
   */
  private static final String SEARCHED_NAME = "customerio";

  private static final char FIRST = 'c';

  /** Markers in the names of generated proxies, mocks and lambdas. */
  private static final String[] GENERATED = {
    "$$Lambda",
    "$$EnhancerBy",
    "$$FastClassBy",
    "$$KeyFactoryBy",
    "$$SpringCGLIB",
    "$MockitoMock$",
    "$SpockMock$",
    "$$$EasyMock",
    "$ByteBuddy$",
    "$HibernateProxy$",
    "_$$_jvst",
    "_$$_javassist",
    "$$_Weld",
    "_ClientProxy",
    "$$LocalBeanProxy",
    "$GeneratedBy",
    "$Intercepted",
  };

  /** The prefix of JDK proxies, followed by a number. */
  private static final String JDK_PROXY = "$Proxy";

  private static final String[] TEST_DOUBLES = {"Mock", "Fake", "Stub"};
  private static final String[] TESTS = {"Test", "Tests", "Spec", "TestCase"};
  private static final String INTEGRATION_TEST = "IT";
  private static final String CONTROLLER = "Controller";

  private static final String PROXY = "a generated proxy (by its name)";
  private static final String TEST = "a test (by its name)";

  private ClientClassName() {}

  /**
   * Whether the package or the simple name of a class contains {@code customerio}, ignoring case,
   * {@code .}, {@code _} and {@code -}.
   *
   * @param name a binary or internal name, with dots or slashes; false when null
   */
  public static boolean matches(String name) {
    if (name == null) {
      return false;
    }
    // Fast path: nearly all names do not match even if the whole name counts as one word.
    int state = 0;
    for (int i = 0, length = name.length(); i < length; i++) {
      char c = name.charAt(i);
      if (state == 0) {
        state = (c | 0x20) == FIRST ? 1 : 0;
      } else if (!isSeparator(c) && c != '_' && c != '-') {
        state = next(state, c);
        if (state == SEARCHED_NAME.length()) {
          return packageOrSimpleNameMatches(name);
        }
      }
    }
    return false;
  }

  /** The package precedes a separator, and the simple name follows the last one. */
  private static boolean packageOrSimpleNameMatches(String name) {
    boolean inPackage = false;
    boolean inSimpleName = false;
    int packageState = 0;
    int simpleState = 0;
    for (int i = 0, length = name.length(); i < length; i++) {
      char c = name.charAt(i);
      if (isSeparator(c)) {
        if (inPackage) {
          return true;
        }
        inSimpleName = false;
        simpleState = 0;
      } else if (c != '_' && c != '-') {
        packageState = next(packageState, c);
        simpleState = next(simpleState, c);
        if (packageState == SEARCHED_NAME.length()) {
          inPackage = true;
          packageState = 0;
        }
        if (simpleState == SEARCHED_NAME.length()) {
          inSimpleName = true;
          simpleState = 0;
        }
      }
    }
    return inSimpleName;
  }

  private static boolean isSeparator(char c) {
    return c == '.' || c == '/';
  }

  /** The number of letters of {@link #SEARCHED_NAME} that match after {@code c}. */
  private static int next(int state, char c) {
    // Setting this bit turns upper case into lower case, and no other character into a letter.
    int lower = c | 0x20;
    if (lower == SEARCHED_NAME.charAt(state)) {
      return state + 1;
    }
    return lower == FIRST ? 1 : 0;
  }

  /** As {@link #exclusionReason}, without the reason. */
  public static boolean isExcluded(String name) {
    return exclusionReason(name) != null;
  }

  /**
   * The reason to exclude the class, which completes "it is": its name is that of a proxy, a test
   * double, a test or a web controller, none of which are clients even if {@link #matches} is true;
   * null if it is not excluded. Interfaces, annotations and annotated controllers cannot be
   * recognized by name.
   *
   * @param name a binary or internal name, with dots or slashes; null is left to others
   */
  public static @Nullable String exclusionReason(String name) {
    if (name == null) {
      return null;
    }
    for (String marker : GENERATED) {
      if (name.contains(marker)) {
        return PROXY;
      }
    }
    if (isJdkProxy(name)) {
      return PROXY;
    }
    int simple = Math.max(name.lastIndexOf('.'), name.lastIndexOf('/')) + 1;
    // A class nested in a test or mock is excluded as well.
    for (int from = simple; from < name.length(); ) {
      int dollar = name.indexOf('$', from);
      int to = dollar < 0 ? name.length() : dollar;
      String part = doubleTestOrController(name, from, to);
      if (part != null) {
        return part;
      }
      from = to + 1;
    }
    return null;
  }

  private static boolean isJdkProxy(String name) {
    int marker = name.indexOf(JDK_PROXY);
    int after = marker + JDK_PROXY.length();
    return marker >= 0
        && after < name.length()
        && name.charAt(after) >= '0'
        && name.charAt(after) <= '9';
  }

  private static @Nullable String doubleTestOrController(String name, int from, int to) {
    for (String word : TEST_DOUBLES) {
      if (name.startsWith(word, from) || ends(name, from, to, word)) {
        return "a test double (by its name)";
      }
    }
    for (String word : TESTS) {
      if (ends(name, from, to, word)) {
        return TEST;
      }
    }
    if (isIntegrationTest(name, from, to)) {
      return TEST;
    }
    return ends(name, from, to, CONTROLLER) ? "a web controller (by its name)" : null;
  }

  /** {@code ClientIT}, but not {@code ClientAUDIT}. */
  private static boolean isIntegrationTest(String name, int from, int to) {
    int before = to - INTEGRATION_TEST.length() - 1;
    return ends(name, from, to, INTEGRATION_TEST)
        && (before < from || !(name.charAt(before) >= 'A' && name.charAt(before) <= 'Z'));
  }

  private static boolean ends(String name, int from, int to, String word) {
    int start = to - word.length();
    return start >= from && name.startsWith(word, start);
  }
}
