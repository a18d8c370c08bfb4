package dev.reclaim.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
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

  @Test
  void aRootThatReadsTheClockFails() {
    assertThatThrownBy(() -> badly("clock").check())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("time and chance come in as arguments")
        .hasMessageContaining("Decides.isOver");
  }

  @Test
  void anEdgeThatKnowsAnotherOneFails() {
    assertThatThrownBy(() -> badly("edges").check())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("each sub-package touches one outside thing")
        .hasMessageContaining("HearsSeats");
  }

  @Test
  void aNameAfterAPatternFails() {
    assertThatThrownBy(() -> badly("names").check())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("a name says what a thing is for")
        .hasMessageContaining("SeatManager");
  }

  @Test
  void whoSpeaksPastTheOutboxFails() {
    assertThatThrownBy(() -> badly("sender").check())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("an event that is not written with its state can be lost")
        .hasMessageContaining("SaysSeats");
  }

  /** A small service that breaks one rule and keeps those that are checked before it. */
  private static ArchitectureRules badly(String built) {
    String root = "dev.reclaim.testkit.badly." + built;
    return new ArchitectureRules(root, new ClassFileImporter().importPackages(root));
  }
}
