package dev.reclaim.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.rules.Preview.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the page about rules shows of each condition is what the condition says. */
class RulesPageExamplesTest {

  /** All that these ask is always known; the property test sees no other answer of them either. */
  private static final Set<String> NEVER_UNKNOWN =
      Set.of("answeredKeep", "seatOlderThan", "inheritedSeat", "unmatchedAccount");

  @TestFactory
  Stream<DynamicContainer> everyExampleIsTrue() {
    return RulesPage.sections().stream()
        .map(
            section ->
                DynamicContainer.dynamicContainer(
                    section.name(),
                    section.rows().stream()
                        .map(
                            row ->
                                DynamicTest.dynamicTest(
                                    row.told().known(),
                                    () ->
                                        assertThat(verdict(row.told())).isEqualTo(row.shown())))));
  }

  @Test
  void everyConditionIsShown() {
    // given
    List<String> conditions =
        Arrays.stream(Condition.class.getPermittedSubclasses())
            .filter(condition -> !condition.isMemberClass())
            .map(Class::getSimpleName)
            .map(name -> name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1))
            .toList();
    // then
    assertThat(RulesPage.sections()).extracting(RulesPage.Section::name).containsAll(conditions);
  }

  @TestFactory
  Stream<DynamicTest> everyConditionIsShownOnBothSidesOfItsEdgeAndWithoutData() {
    return RulesPage.sections().stream()
        .map(
            section ->
                DynamicTest.dynamicTest(
                    section.name(),
                    () ->
                        assertThat(section.rows())
                            .extracting(row -> row.told().answer())
                            .containsAll(
                                NEVER_UNKNOWN.contains(section.name())
                                    ? List.of(Kind.RECLAIMABLE, Kind.NOT_RECLAIMABLE)
                                    : List.of(Kind.values()))));
  }

  private static String verdict(ToldCase told) {
    Verdict verdict = told.rule().judge(told.facts());
    return "**%s**: %s"
        .formatted(
            Kind.of(verdict).name().toLowerCase(Locale.ROOT).replace('_', ' '),
            String.join(" ", verdict.sentences()));
  }
}
