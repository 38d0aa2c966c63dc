package io.cioagent.it.apps.osgi;

import io.cioagent.it.apps.Console;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.osgi.framework.Bundle;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

/** A client in a bundle, which sees nothing of the bootstrap class loader but {@code java.*}. */
public final class OsgiApp {
  private static final String APPS = "io.cioagent.it.apps.";
  private static final String CLIENT = APPS + "customerio.CustomerIoClient";

  private OsgiApp() {}

  public static void main(String[] arguments) throws Exception {
    File folder = new File(arguments[0]);
    Map<String, String> configuration = new HashMap<>();
    configuration.put("org.osgi.framework.storage", new File(folder, "cache").getPath());
    configuration.put("felix.bootdelegation.implicit", "false");
    configuration.put("osgi.compatibility.bootdelegation", "false");
    Framework framework =
        ServiceLoader.load(FrameworkFactory.class).iterator().next().newFramework(configuration);
    framework.start();
    Bundle bundle =
        framework
            .getBundleContext()
            .installBundle(bundle(new File(folder, "shop.jar")).toURI().toString());
    bundle.start();
    new Console()
        .on(
            "identify",
            words -> {
              Class<?> type = bundle.loadClass(CLIENT);
              Object client = type.getConstructor(String.class).newInstance(words.get(0));
              type.getMethod("identify", String.class, Map.class)
                  .invoke(client, "cust-5512", Collections.emptyMap());
              return type.getClassLoader() == OsgiApp.class.getClassLoader() ? "no bundle" : "done";
            })
        .run();
    framework.stop();
    framework.waitForStop(0);
  }

  private static File bundle(File jar) throws IOException {
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.putValue("Bundle-ManifestVersion", "2");
    main.putValue("Bundle-SymbolicName", "shop");
    main.putValue("Bundle-Version", "1.0.0");
    try (JarOutputStream out = new JarOutputStream(new FileOutputStream(jar), manifest)) {
      for (String name : new String[] {CLIENT, APPS + "Wire", APPS + "Secrets"}) {
        String file = name.replace('.', '/') + ".class";
        out.putNextEntry(new JarEntry(file));
        try (InputStream in = OsgiApp.class.getClassLoader().getResourceAsStream(file)) {
          byte[] buffer = new byte[8192];
          for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
            out.write(buffer, 0, read);
          }
        }
      }
    }
    return jar;
  }
}
