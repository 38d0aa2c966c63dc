package io.cioagent.core.operation;

import org.jspecify.annotations.Nullable;

/**
 * Tells by its name alone whether a class may be a Customer.io client (contract, "Finding client
 * classes"). The launcher loads this class on its own and asks it for every class an application
 * loads, so it uses nothing but {@code java.lang} and allocates nothing.
 */
public final class ClientClassName {
  /**
   * Its first letter occurs once, so after a mismatch a match can only begin anew: no table of
   * fall-backs is needed.
   */
  private static final String SOUGHT = "customerio";

  private static final char FIRST = 'c';

  /**
   * What the makers of proxies, mocks and lambdas put into the names of the classes they generate.
   */
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

  /** JDK proxies, whose names go on with a number. */
  private static final String JDK_PROXY = "$Proxy";

  private static final String[] TEST_DOUBLES = {"Mock", "Fake", "Stub"};
  private static final String[] TESTS = {"Test", "Tests", "Spec", "TestCase"};
  private static final String INTEGRATION_TEST = "IT";
  private static final String CONTROLLER = "Controller";

  private static final String PROXY = "a generated proxy (by its name)";
  private static final String TEST = "a test (by its name)";

  private ClientClassName() {}

  /**
   * Whether the package or the simple name of a class, each by itself, holds {@code customerio},
   * ignoring case, {@code .}, {@code _} and {@code -}.
   *
   * @param name a binary or internal name, with dots or slashes; false when null
   */
  public static boolean matches(String name) {
    if (name == null) {
      return false;
    }
    // Nearly every name is no candidate even when all of it counts as one word, which is quick to
    // see.
    int state = 0;
    for (int i = 0, length = name.length(); i < length; i++) {
      char c = name.charAt(i);
      if (state == 0) {
        state = (c | 0x20) == FIRST ? 1 : 0;
      } else if (!isSeparator(c) && c != '_' && c != '-') {
        state = next(state, c);
        if (state == SOUGHT.length()) {
          return packageOrSimpleNameMatches(name);
        }
      }
    }
    return false;
  }

  /**
   * The package is all that came before a separator, the simple name what came after the last one.
   */
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
        if (packageState == SOUGHT.length()) {
          inPackage = true;
          packageState = 0;
        }
        if (simpleState == SOUGHT.length()) {
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

  /** How many letters of {@link #SOUGHT} are matched after {@code c}. */
  private static int next(int state, char c) {
    // Setting this bit turns an upper-case letter into its lower-case one and nothing else into a
    // letter.
    int lower = c | 0x20;
    if (lower == SOUGHT.charAt(state)) {
      return state + 1;
    }
    return lower == FIRST ? 1 : 0;
  }

  /** As {@link #whyLeftAlone}, without the reason. */
  public static boolean leftAlone(String name) {
    return whyLeftAlone(name) != null;
  }

  /**
   * What completes "it is": a proxy, a test double, a test or a web controller by its name, which
   * are no clients even when {@link #matches} says so; null where the name is none of these.
   * Interfaces, annotations and annotated controllers do not show in a name.
   *
   * @param name a binary or internal name, with dots or slashes; null is left to others
   */
  public static @Nullable String whyLeftAlone(String name) {
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
    // A class nested in a test or a mock belongs to it.
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
