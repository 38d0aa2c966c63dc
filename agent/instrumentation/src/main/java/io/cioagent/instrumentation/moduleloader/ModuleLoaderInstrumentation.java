package io.cioagent.instrumentation.moduleloader;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Instrumentation;
import io.cioagent.instrumentation.Pointcut;
import io.cioagent.instrumentation.classfile.ClassDescription;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The class loaders of JBoss Modules and of OSGi frameworks. Modules and bundles see only what they
 * import, so the weaver changes the loaders themselves: as they load, before any class of a module
 * does. Settings of these frameworks would do the same, but not in the servers that override them.
 */
public final class ModuleLoaderInstrumentation implements Instrumentation {

  /**
   * Like all instrumentations.
   *
   * @param unused these classes are not observed
   */
  public ModuleLoaderInstrumentation(Observer unused) {}

  @Override
  public Set<String> listedClasses() {
    return new LinkedHashSet<>(
        Arrays.asList(
            "org.jboss.modules.ConcurrentClassLoader",
            "org.apache.felix.framework.BundleWiringImpl$BundleClassLoader",
            "org.eclipse.osgi.internal.loader.ModuleClassLoader",
            // Equinox before 3.10
            "org.eclipse.osgi.internal.baseadaptor.DefaultClassLoader"));
  }

  @Override
  public List<Pointcut> pointcuts(ClassDescription type) {
    return Collections.emptyList();
  }
}
