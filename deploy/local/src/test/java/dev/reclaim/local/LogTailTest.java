package dev.reclaim.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {

  @TempDir Path folder;

  @Test
  void aJsonLineIsShownInItsWords() throws IOException {
    // given
    Path log = folder.resolve("service.log");
    Files.writeString(
        log,
        """
        plain words
        {"level":"ERROR","message":"Failed to start","exception":{"message":"syntax \\"only\\"","frames":[{"class":"x"}]}}
        """);

    // when
    var lines = LogTail.lines(log, 2);

    // then
    assertThat(lines).containsExactly("plain words", "Failed to start: syntax \"only\"");
  }

  @Test
  void aMissingLogIsEmpty() {
    assertThat(LogTail.lines(folder.resolve("none.log"), 3)).isEmpty();
  }
}
