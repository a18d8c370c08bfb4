package dev.reclaim.audit.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** A copy of the log in a folder, with the paths of tlog-tiles as file names. */
record FolderSource(Path folder) implements Source {

  FolderSource {
    if (!Files.isDirectory(folder)) {
      throw new CannotCheck("There is no folder " + folder + ".");
    }
  }

  @Override
  public Optional<byte[]> read(String path) {
    try {
      return Optional.of(Files.readAllBytes(folder.resolve(path)));
    } catch (NoSuchFileException absent) {
      return Optional.empty();
    } catch (IOException e) {
      throw new CannotCheck("Cannot read " + folder.resolve(path) + ": " + e.getMessage() + ".", e);
    }
  }
}
