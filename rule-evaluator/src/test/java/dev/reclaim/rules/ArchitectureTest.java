package dev.reclaim.rules;

import dev.reclaim.testkit.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  @Test
  void keepsTheShapeOfEveryModule() {
    ArchitectureRules.of("dev.reclaim.rules").check();
  }
}
