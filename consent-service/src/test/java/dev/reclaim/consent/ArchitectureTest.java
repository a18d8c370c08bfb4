package dev.reclaim.consent;

import dev.reclaim.testkit.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  @Test
  void theShapeIsKept() {
    ArchitectureRules.of("dev.reclaim.consent").check();
  }
}
