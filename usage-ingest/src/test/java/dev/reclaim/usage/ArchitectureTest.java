package dev.reclaim.usage;

import dev.reclaim.testkit.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  @Test
  void isBuiltLikeEveryService() {
    ArchitectureRules.of("dev.reclaim.usage").check();
  }
}
