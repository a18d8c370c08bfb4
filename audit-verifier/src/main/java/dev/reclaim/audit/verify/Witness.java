package dev.reclaim.audit.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What this machine has seen of the log: the key, every checkpoint that was found intact, and the
 * hash of every entry. Who can write to this folder as well as to the log can hide a change; so
 * keep it, or a copy of it, where the keepers of the log cannot write.
 */
record Witness(Path folder) {

  /** The key that was trusted at first use. */
  Optional<LogKey> key() {
    Path file = folder.resolve("key");
    try {
      return Files.exists(file)
          ? Optional.of(LogKey.parse(Files.readString(file)))
          : Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      throw damaged(e.getMessage());
    }
  }

  void pin(LogKey key) {
    write("key", key + "\n");
  }

  /** All checkpoints that were found intact, the smallest first. */
  List<Checkpoint> checkpoints() {
    Path checkpoints = folder.resolve("checkpoints");
    if (!Files.isDirectory(checkpoints)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(checkpoints)) {
      return files
          .filter(file -> !file.getFileName().toString().endsWith(".new"))
          .map(Witness::checkpoint)
          .sorted(Comparator.comparingLong(Checkpoint::size))
          .toList();
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      throw damaged(e.getMessage());
    }
  }

  /** The hashes of the entries that the witnessed checkpoints cover. */
  WitnessedLeaves leaves() {
    long covered = checkpoints().stream().mapToLong(Checkpoint::size).max().orElse(0);
    return new WitnessedLeaves(folder, covered);
  }

  void remember(Checkpoint checkpoint) {
    String name = "checkpoints/%020d-%s".formatted(checkpoint.size(), checkpoint.root());
    if (!Files.exists(folder.resolve(name))) {
      write(name, checkpoint.note());
    }
  }

  CannotCheck damaged(String why) {
    return new CannotCheck(
        "What was witnessed in %s is damaged: %s. Restore it from a copy, or remove it to start anew."
            .formatted(folder, why));
  }

  private static Checkpoint checkpoint(Path file) {
    try {
      return Checkpoint.read(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(String name, String text) {
    Path file = folder.resolve(name);
    Path fresh = folder.resolve(name + ".new");
    try {
      Files.createDirectories(file.getParent());
      Files.write(fresh, text.getBytes(StandardCharsets.UTF_8));
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new CannotCheck("Cannot write to " + folder + ": " + e.getMessage() + ".", e);
    }
  }
}
