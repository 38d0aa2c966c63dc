package io.cioagent.weaver;

import io.cioagent.core.privacy.MaskedThrowable;
import io.cioagent.instrumentation.ClassToWeave;
import io.cioagent.instrumentation.Instrumentation;
import io.cioagent.instrumentation.Mark;
import io.cioagent.instrumentation.PackageName;
import io.cioagent.instrumentation.Pointcut;
import io.cioagent.instrumentation.classfile.ClassDescription;
import io.cioagent.instrumentation.classfile.MethodDescription;
import io.cioagent.instrumentation.client.ClientInstrumentation;
import io.cioagent.instrumentation.moduleloader.ModuleLoaderInstrumentation;
import io.cioagent.instrumentation.unsupported.UnsupportedLibrary;
import io.cioagent.instrumentation.unsupported.UnsupportedLibraryInstrumentation;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Replaces the weaver and leaves every class as it is: logs what would be woven and why, and why a
 * class that looks like a client would not be. One line for each class, when it loads.
 */
final class DryRun implements ClassFileTransformer {
  /** More lines would bury the application's own log. */
  private static final int MOST_CLASSES = 1000;

  private static final int MOST_NAMES = 20;

  private final Weaver weaver;
  private final Map<String, String> instrumentationNames;
  private final Consumer<String> lines;
  private final Set<String> reported = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean reportedLateClasses = new AtomicBoolean();

  /**
   * @param weaver knows what it would do
   * @param instrumentationNames by the internal names of the woven classes, marks included
   * @param lines receives each line, on the thread that loads the class
   */
  DryRun(Weaver weaver, Map<String, String> instrumentationNames, Consumer<String> lines) {
    this.weaver = weaver;
    this.instrumentationNames = instrumentationNames;
    this.lines = lines;
  }

  /** Whether a line is logged for a class of that internal name. */
  boolean concerns(String internalName) {
    return weaver.concerns(internalName) || weaver.clients().mayBeExpected(internalName);
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      String internalName,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] classFile) {
    // At first, other classes arrive here too.
    if (!concerns(internalName)) {
      return null;
    }
    // Classes that load at the same time may exceed the number slightly, which is harmless.
    if (reported.size() <= MOST_CLASSES && reported.add(internalName)) {
      try {
        if (reported.size() > MOST_CLASSES) {
          lines.accept("too many classes; further ones are not listed");
        } else {
          look(loader, internalName, classFile);
        }
      } catch (Throwable failure) {
        lines.accept(
            "class "
                + internalName.replace('/', '.')
                + " cannot be examined: "
                + MaskedThrowable.stackTrace(failure));
      }
    }
    return null;
  }

  private void look(@Nullable ClassLoader loader, String internalName, byte[] classFile) {
    String name = internalName.replace('/', '.');
    Instrumentation library = weaver.libraryInstrumentation(internalName);
    if (library instanceof ModuleLoaderInstrumentation) {
      return;
    }
    if (library instanceof UnsupportedLibraryInstrumentation) {
      lines.accept(UnsupportedLibrary.of(name).description());
      return;
    }
    ClassDescription type = new ClassToWeave(loader, classFile).type();
    if (library != null) {
      Set<String> missing = Pointcut.missing(library.pointcuts(type), type);
      report(
          name,
          loader,
          methods(library, type),
          "instrumentation " + packageOf(library),
          missing.isEmpty() ? null : ObservedLibraries.lacks(missing));
    } else {
      ClientInstrumentation clients = weaver.clients();
      String whyNot = clients.exclusionReason(type);
      boolean woven = report(name, loader, clients.explain(type), "a client", whyNot);
      if (woven) {
        reportLateClasses();
      }
    }
  }

  private boolean report(
      String name,
      @Nullable ClassLoader loader,
      List<String> methods,
      String why,
      @Nullable String whyNot) {
    String reason = whyNot;
    if (reason == null && methods.isEmpty()) {
      reason = "it has none of the methods that " + why + " looks for";
    }
    if (reason == null && loader != null && !weaver.reaches(loader)) {
      reason = BlindLoaders.hint(loader);
    }
    lines.accept(
        reason == null
            ? "would weave " + name + " (" + why + "): " + bounded(methods)
            : "would not weave " + name + ": " + reason);
    return reason == null;
  }

  /** Once, with the first client. */
  private void reportLateClasses() {
    if (!reportedLateClasses.compareAndSet(false, true)) {
      return;
    }
    Set<String> names = new TreeSet<>();
    for (String name : instrumentationNames.keySet()) {
      if (name.charAt(0) == Mark.AFTER_CLIENT) {
        int nested = name.indexOf('$');
        String outer = nested < 0 ? name.substring(1) : name.substring(1, nested);
        names.add(outer.replace('/', '.'));
      }
    }
    lines.accept(
        "would weave with the first client class, to follow work to other threads, if this JDK has"
            + " them: "
            + bounded(new ArrayList<>(names)));
  }

  /** The methods that the pointcuts of a library choose. */
  private static List<String> methods(Instrumentation library, ClassDescription type) {
    List<String> names = new ArrayList<>();
    List<Pointcut> pointcuts = library.pointcuts(type);
    for (MethodDescription method : type.methods()) {
      boolean chosen = false;
      for (Pointcut pointcut : pointcuts) {
        chosen |= pointcut.weaves(method);
      }
      String name = method.isConstructor() ? "constructor" : method.name();
      if (chosen && !names.contains(name)) {
        names.add(name);
      }
    }
    return names;
  }

  private static String packageOf(Instrumentation library) {
    return PackageName.lastPartOf(library.getClass());
  }

  private static String bounded(List<String> names) {
    int more = names.size() - MOST_NAMES;
    return more <= 0
        ? String.join(", ", names)
        : String.join(", ", names.subList(0, MOST_NAMES)) + " and " + more + " more";
  }
}
