package dev.reclaim.audit.keyfile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;

/**
 * The log's signing key, in a file that only this user may read. It is made at first start, and is
 * never in the database: whoever can rewrite the database must not be able to sign.
 */
public record SigningKeyFile(Path file) {

  private static final String ALGORITHM = "Ed25519";

  /** Reads the key, or makes one when there is none. */
  public KeyPair readOrMake() {
    try {
      return Files.exists(file) ? read() : make();
    } catch (FileAlreadyExistsException anotherInstanceWasFaster) {
      return readAgain();
    } catch (IOException e) {
      throw new UncheckedIOException("reclaim.audit.key-file: cannot use " + file, e);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalStateException("reclaim.audit.key-file: " + file + " holds no key", e);
    }
  }

  private KeyPair readAgain() {
    try {
      return read();
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("reclaim.audit.key-file: cannot use " + file, e);
    }
  }

  private KeyPair read() throws IOException, GeneralSecurityException {
    List<String> lines = Files.readAllLines(file);
    if (lines.size() != 2) {
      throw new IllegalArgumentException("not two lines");
    }
    KeyFactory keys = KeyFactory.getInstance(ALGORITHM);
    return new KeyPair(
        keys.generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(lines.get(0)))),
        keys.generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(lines.get(1)))));
  }

  private KeyPair make() throws IOException, GeneralSecurityException {
    KeyPair keys = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
    String text =
        Base64.getEncoder().encodeToString(keys.getPublic().getEncoded())
            + "\n"
            + Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded())
            + "\n";
    FileAttribute<?> onlyForUs =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    Path fresh = Files.createTempFile(folder, "audit-key", ".new", onlyForUs);
    try {
      Files.writeString(fresh, text, StandardOpenOption.WRITE);
      Files.createLink(file, fresh); // Fails when another instance has made one meanwhile.
    } finally {
      Files.delete(fresh);
    }
    return keys;
  }
}
