package dev.reclaim.connectors.ldap;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Whose certificates are accepted. */
final class Trust {

  private Trust() {}

  /** TLS that trusts the certificates in the file, or else what the platform trusts. */
  static SSLContext in(Optional<Path> trustStore) throws GeneralSecurityException, IOException {
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trustStore.isPresent() ? read(trustStore.get()) : null);
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(null, trust.getTrustManagers(), null);
    return tls;
  }

  private static KeyStore read(Path file) throws GeneralSecurityException, IOException {
    return Files.readString(file, StandardCharsets.ISO_8859_1)
            .contains("-----BEGIN CERTIFICATE-----")
        ? pem(file)
        : KeyStore.getInstance(file.toFile(), (char[]) null);
  }

  private static KeyStore pem(Path file) throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    try (InputStream in = Files.newInputStream(file)) {
      int number = 0;
      for (Certificate certificate :
          CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        store.setCertificateEntry("trusted-" + number++, certificate);
      }
    }
    return store;
  }
}
