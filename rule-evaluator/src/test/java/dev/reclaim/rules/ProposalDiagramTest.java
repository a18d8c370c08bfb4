package dev.reclaim.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.testkit.StateDiagram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ProposalDiagramTest {

  @Test
  void thePageShowsTheStatesAsTheyAre() throws IOException {
    assertThat(Files.readString(Path.of("../docs/states/proposal.md")))
        .contains("```mermaid\n" + StateDiagram.mermaidOf(Proposal.class) + "```");
  }
}
