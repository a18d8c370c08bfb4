package dev.reclaim.connectors.declarative;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that the build writes with {@code -Dreclaim.update=true}, and compares otherwise. */
record Kept(Path file) {

  static Kept in(Path file) {
    return new Kept(file);
  }

  void mustBe(String text) throws IOException {
    if (Boolean.getBoolean("reclaim.update")) {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, text);
    }
    assertThat(file).as("-Dreclaim.update=true writes it anew").hasContent(text);
  }
}
