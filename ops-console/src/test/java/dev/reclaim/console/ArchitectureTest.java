package dev.reclaim.console;

import dev.reclaim.testkit.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  @Test
  void holds() {
    ArchitectureRules.of("dev.reclaim.console").check();
  }
}
