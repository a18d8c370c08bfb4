package dev.reclaim.sandbox.directory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps the effects beside the directory, one line each, so that a restart does not lose count. */
final class EffectLog {

  private final Optional<Path> file;

  EffectLog(Optional<Path> file) {
    this.file = file;
  }

  List<Effect> read() {
    if (file.isEmpty() || !Files.exists(file.get())) {
      return List.of();
    }
    try {
      return Files.readAllLines(file.get()).stream()
          .map(line -> line.split("\t", -1))
          .filter(parts -> parts.length == 5)
          .map(
              parts ->
                  new Effect(
                      Effect.Kind.valueOf(parts[0]),
                      parts[1],
                      parts[2],
                      parts[3],
                      Instant.parse(parts[4])))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void append(Effect effect) {
    if (file.isEmpty()) {
      return;
    }
    String line =
        String.join(
            "\t",
            effect.kind().name(),
            effect.entry(),
            effect.member(),
            effect.by(),
            effect.at().toString());
    try {
      Files.createDirectories(file.get().getParent());
      Files.writeString(
          file.get(),
          line + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND,
          StandardOpenOption.SYNC);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void forget() {
    try {
      if (file.isPresent()) {
        Files.deleteIfExists(file.get());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
