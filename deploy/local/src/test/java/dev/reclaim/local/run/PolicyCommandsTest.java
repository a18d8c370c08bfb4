package dev.reclaim.local.run;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyCommandsTest {

  @TempDir private Path folder;
  private PolicyCommands commands;

  @BeforeEach
  void start() {
    commands =
        new PolicyCommands(
            new Environment(folder, Map.of()),
            new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
  }

  @Test
  void oneFolderIsNeeded() {
    assertThatThrownBy(() -> commands.plan(List.of()))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("./reclaim plan DIR [--json | --all]");
    assertThatThrownBy(() -> commands.apply(List.of(folder.resolve("nothing").toString())))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("./reclaim apply DIR [--confirm N]");
    assertThatThrownBy(() -> commands.apply(List.of(folder.toString(), folder.toString())))
        .isInstanceOf(Refusal.class);
  }

  @Test
  void aConfirmationIsANumber() {
    for (List<String> words :
        List.of(
            List.of(folder.toString(), "--confirm"),
            List.of(folder.toString(), "--confirm", "all"),
            List.of(folder.toString(), "--confirm", "-3"))) {
      assertThatThrownBy(() -> commands.apply(words))
          .isInstanceOf(Refusal.class)
          .hasMessageStartingWith("--confirm needs a number");
    }
  }

  @Test
  void aPlanConfirmsNothing() {
    assertThatThrownBy(() -> commands.plan(List.of(folder.toString(), "--confirm", "3")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("plan DIR");
  }

  @Test
  void whatIsUnderstoodNeedsARunningSystem() {
    assertThatThrownBy(() -> commands.apply(List.of("--confirm", "3", folder.toString(), "--all")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("./reclaim up");
  }
}
