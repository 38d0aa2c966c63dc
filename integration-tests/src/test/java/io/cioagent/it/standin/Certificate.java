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
import javax.net.ssl.TrustManagerFactory;

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
    try {
      return pem("certificate.pem", "CERTIFICATE", keys().getCertificate(ALIAS).getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Its private key, in PEM, for a client that shows the certificate. */
  public Path keyPem() {
    try {
      byte[] key = keys().getKey(ALIAS, PASSWORD.toCharArray()).getEncoded();
      return pem("key.pem", "PRIVATE KEY", key);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private Path pem(String file, String what, byte[] encoded) {
    String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
    try {
      return Files.writeString(
          store.resolveSibling(file),
          "-----BEGIN " + what + "-----\n" + lines + "\n-----END " + what + "-----\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private KeyStore keys() throws GeneralSecurityException {
    try (InputStream in = Files.newInputStream(store)) {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(in, PASSWORD.toCharArray());
      return keys;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** For a server that shows it, and trusts clients that show it as well. */
  public SSLContext serverSide() {
    try {
      KeyStore keys = keys();
      KeyManagerFactory managers =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      managers.init(keys, PASSWORD.toCharArray());
      TrustManagerFactory trusted =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trusted.init(keys);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(managers.getKeyManagers(), trusted.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
