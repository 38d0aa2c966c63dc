package io.cioagent.it.standin;

import io.cioagent.it.harness.Build;
import io.cioagent.it.harness.Jdk;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A certificate for Customer.io's host names that its own key has signed.
 *
 * @param store the key store, which serves as the clients' trust store too
 */
public record Certificate(Path store) {

  /** Of the stores that the tests make; nothing real is behind it. */
  public static final String PASSWORD = "changeit";

  private static final String ALIAS = "stand-in";

  /** Made anew with the JDK's own {@code keytool}. */
  public static Certificate selfSigned() {
    Path store = Build.scratch("certificate").resolve("store.p12");
    List<String> command =
        List.of(
            Jdk.running().tool("keytool"),
            "-genkeypair",
            "-keyalg",
            "EC",
            "-alias",
            ALIAS,
            "-dname",
            "CN=track.customer.io",
            "-ext",
            "san=dns:track.customer.io,dns:api.customer.io,dns:cdp.customer.io",
            "-storetype",
            "PKCS12",
            "-keystore",
            store.toString(),
            "-storepass",
            PASSWORD);
    try {
      Process keytool =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(store.resolveSibling("keytool.log").toFile())
              .start();
      if (keytool.waitFor() != 0) {
        throw new IllegalStateException(
            Files.readString(store.resolveSibling("keytool.log")) + command);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return new Certificate(store);
  }

  /** The JVM options that make a client trust it. */
  public List<String> trustOptions() {
    return List.of(
        "-Djavax.net.ssl.trustStore=" + store, "-Djavax.net.ssl.trustStorePassword=" + PASSWORD);
  }

  /** The certificate alone, in PEM, as others are given to trust it. */
  public Path pem() {
    try (InputStream in = Files.newInputStream(store)) {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(in, PASSWORD.toCharArray());
      byte[] encoded = keys.getCertificate(ALIAS).getEncoded();
      return Files.writeString(
          store.resolveSibling("certificate.pem"),
          "-----BEGIN CERTIFICATE-----\n"
              + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded)
              + "\n-----END CERTIFICATE-----\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** For a server that shows it. */
  public SSLContext serverSide() {
    try (InputStream in = Files.newInputStream(store)) {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(in, PASSWORD.toCharArray());
      KeyManagerFactory managers =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      managers.init(keys, PASSWORD.toCharArray());
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(managers.getKeyManagers(), null, null);
      return context;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
