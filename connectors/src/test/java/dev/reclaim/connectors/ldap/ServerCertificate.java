package dev.reclaim.connectors.ldap;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A self-signed certificate of a test's server, made with the JDK's keytool. */
record ServerCertificate(KeyStore store, Path certificate, Path key) {

  private static final String PASSWORD = "only-for-this-test";

  /**
   * Makes one.
   *
   * @param name as in {@code ip:127.0.0.1} or {@code dns:dc1.example.com}
   */
  static ServerCertificate of(String name, Path folder) throws IOException {
    Path file = folder.resolve("server.p12");
    Commands.run(
        Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
        "-genkeypair",
        "-alias",
        "server",
        "-keyalg",
        "RSA",
        "-keysize",
        "2048",
        "-validity",
        "2",
        "-dname",
        "CN=test",
        "-ext",
        "san=" + name,
        "-storetype",
        "PKCS12",
        "-keystore",
        file.toString(),
        "-storepass",
        PASSWORD);
    try {
      KeyStore store = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
      Certificate certificate = store.getCertificate("server");
      Key key = store.getKey("server", PASSWORD.toCharArray());
      return new ServerCertificate(
          store,
          pem(folder.resolve("certificate.pem"), "CERTIFICATE", certificate.getEncoded()),
          pem(folder.resolve("key.pem"), "PRIVATE KEY", key.getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }

  SSLContext server() throws GeneralSecurityException {
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, PASSWORD.toCharArray());
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(keys.getKeyManagers(), null, null);
    return tls;
  }

  private static Path pem(Path file, String what, byte[] content) throws IOException {
    String text =
        Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(content);
    Files.writeString(
        file, "-----BEGIN " + what + "-----\n" + text + "\n-----END " + what + "-----\n");
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }
}
