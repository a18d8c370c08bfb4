package dev.reclaim.connectors.declarative;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The catalog as it lies in the source tree. */
final class CatalogFiles {

  static final Path FOLDER = Path.of("catalog");

  private CatalogFiles() {}

  static List<VendorFile> all() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .sorted()
          .map(CatalogFiles::read)
          .toList();
    }
  }

  private static VendorFile read(Path file) {
    try {
      VendorFile read = VendorFile.read(file.getFileName().toString(), Files.readString(file));
      if (!file.getFileName().toString().equals(read.name() + ".yaml")) {
        throw new AssertionError(file + " is named otherwise than its connector " + read.name());
      }
      return read;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
