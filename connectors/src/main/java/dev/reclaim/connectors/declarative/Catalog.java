package dev.reclaim.connectors.declarative;

import dev.reclaim.connectors.ConnectorCatalog;
import dev.reclaim.connectors.ConnectorKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The files under {@code catalog/} on the class path, each named after its type. */
public final class Catalog implements ConnectorCatalog {

  private static final Map<String, Optional<VendorFile>> READ = new ConcurrentHashMap<>();

  @Override
  public Optional<ConnectorKind> kind(String type) {
    return read(type).map(FileKind::new);
  }

  /** Reads a file once: several connections may be of its type. */
  static Optional<VendorFile> read(String type) {
    return type.matches("[a-z0-9-]+")
        ? READ.computeIfAbsent(type, Catalog::load)
        : Optional.empty();
  }

  private static Optional<VendorFile> load(String type) {
    String name = type + ".yaml";
    try (InputStream in = Catalog.class.getResourceAsStream("/reclaim-connectors/" + name)) {
      return in == null
          ? Optional.empty()
          : Optional.of(
              VendorFile.read(name, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
