package dev.reclaim.revocation;

import dev.reclaim.testkit.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  @Test
  void keepsTheShapeThatEveryServiceHas() {
    ArchitectureRules.of("dev.reclaim.revocation").check();
  }
}
