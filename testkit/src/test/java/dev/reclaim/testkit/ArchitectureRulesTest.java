package dev.reclaim.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** The rules are only worth something if they can fail. */
class ArchitectureRulesTest {

  @Test
  void aRuleThatMatchesNothingFails() {
    assertThatThrownBy(() -> ArchitectureRules.of("dev.reclaim.nowhere").check())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("failed to check any classes");
  }

  @Test
  void aRootThatKnowsItsFrameworkFails() {
    // Here the test kit itself plays the badly built service: its root package knows Kafka.
    assertThatThrownBy(() -> ArchitectureRules.of("dev.reclaim.testkit").check())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("what a service is must not depend on what it runs on");
  }
}
