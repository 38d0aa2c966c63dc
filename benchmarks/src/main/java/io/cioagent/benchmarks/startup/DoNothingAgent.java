package io.cioagent.benchmarks.startup;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;

/** The least an agent can be: it shows what the JVM itself charges for having one. */
public final class DoNothingAgent {

  private DoNothingAgent() {}

  public static void premain(String arguments, Instrumentation instrumentation) {
    instrumentation.addTransformer(new DoNothingTransformer(), true);
  }

  private static final class DoNothingTransformer implements ClassFileTransformer {
    @Override
    @SuppressWarnings("ReturnsNullArray") // the interface's word for "leave the class as it is"
    public byte[] transform(
        ClassLoader loader,
        String className,
        Class<?> classBeingRedefined,
        ProtectionDomain protectionDomain,
        byte[] classFile) {
      return null;
    }
  }
}
