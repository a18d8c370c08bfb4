package dev.reclaim.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StateDiagramTest {

  sealed interface Door permits Open, Shut, Bricked {}

  record Open(int width) implements Door {
    public Shut shut() {
      return new Shut();
    }

    Bricked notPublic() {
      return new Bricked();
    }
  }

  record Shut() implements Door {
    public Open openTo(int width) {
      return new Open(width);
    }

    public Optional<Bricked> brickUp(List<String> bricks) {
      return bricks.isEmpty() ? Optional.empty() : Optional.of(new Bricked());
    }
  }

  record Bricked() implements Door {}

  @Test
  void drawsStatesAndTheMethodsThatLeadFromOneToTheOther() {
    assertThat(StateDiagram.mermaidOf(Door.class))
        .isEqualTo(
            """
            stateDiagram-v2
                Open --> Shut: shut
                Shut --> Bricked: brick up
                Shut --> Open: open to
                Bricked --> [*]
            """);
  }
}
