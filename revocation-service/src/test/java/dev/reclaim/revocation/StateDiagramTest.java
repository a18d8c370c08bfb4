package dev.reclaim.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.testkit.StateDiagram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class StateDiagramTest {

  @Test
  void standsInTheDocumentsAsItIsInTheCode() throws IOException {
    assertThat(Files.readString(Path.of("../docs/states/revocation.md")))
        .contains("```mermaid\n" + StateDiagram.mermaidOf(Revocation.class) + "```");
  }
}
