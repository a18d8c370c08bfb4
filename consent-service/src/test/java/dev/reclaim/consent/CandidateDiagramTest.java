package dev.reclaim.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.testkit.StateDiagram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CandidateDiagramTest {

  @Test
  void theDocsShowTheStatesAsTheyAre() throws IOException {
    assertThat(Files.readString(Path.of("../docs/states/candidate.md")))
        .contains("```mermaid\n" + StateDiagram.mermaidOf(Candidate.class) + "```");
  }
}
