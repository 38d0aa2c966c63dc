package org.jboss.modules;

/** Stands for the class loader of a module, which a deployment to JBoss is. */
public class ModuleClassLoader extends ClassLoader {
  private final String module;

  public ModuleClassLoader(String module) {
    this.module = module;
  }

  @Override
  public String toString() {
    return "ModuleClassLoader for Module \"" + module + "\" from Service Module Loader";
  }
}
