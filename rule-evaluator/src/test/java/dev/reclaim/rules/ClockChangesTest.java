package dev.reclaim.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.events.Holder;
import dev.reclaim.rules.Judgement.DoesNotHold;
import dev.reclaim.rules.Judgement.Holds;
import dev.reclaim.rules.Preview.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** Every condition on the days on which the clocks of the holder change. */
class ClockChangesTest {

  /** On both sides of a change. */
  private static final List<Duration> BESIDE =
      List.of(
          Duration.ofDays(-1),
          Duration.ofHours(-1),
          Duration.ofMillis(-1),
          Duration.ZERO,
          Duration.ofHours(1),
          Duration.ofDays(1));

  @ParameterizedTest
  @FieldSource("dev.reclaim.rules.ClockChange#ALL")
  void theClocksChangeOnThatDay(ClockChange change) {
    ZoneId zone = ZoneId.of(change.zone());
    assertThat(zone.getRules().nextTransition(change.at().minusMillis(1)).getInstant())
        .isEqualTo(change.at());
    assertThat(change.at()).isBetween(change.begin(), change.end());
    assertThat(change.edge()).isBetween(change.begin(), change.end());
    assertThat(Duration.between(change.begin(), change.end())).isNotEqualTo(Duration.ofDays(1));
    assertThat(Duration.between(change.at(), change.edge()).abs()).isLessThan(Duration.ofHours(1));
  }

  @TestFactory
  Stream<DynamicNode> everyConditionThatGoesByTheClockKnowsItsEdge() {
    return ClockChange.ALL.stream()
        .map(
            change ->
                DynamicContainer.dynamicContainer(
                    change.toString(),
                    CasesOnClockChanges.of(change)
                        .map(
                            told -> DynamicTest.dynamicTest(told.toString(), () -> isTrue(told)))));
  }

  private static void isTrue(ToldCase told) {
    Verdict verdict = told.rule().judge(told.facts());
    assertThat(Kind.of(verdict)).as(verdict.toString()).isEqualTo(told.answer());
  }

  /** All others say on each side of a change what they say on any other day. */
  @TestFactory
  Stream<DynamicTest> noConditionIsLeftOut() {
    return RulesPage.sections().stream()
        .map(
            section ->
                DynamicTest.dynamicTest(
                    section.name(),
                    () -> {
                      if (goesByTheClock(section.when())) {
                        hasBothSides(section.when());
                      } else {
                        section.rows().forEach(row -> saysTheSameOnAnyDay(row.told()));
                      }
                    }));
  }

  private static void hasBothSides(Condition condition) {
    List<Class<?>> kinds = single(condition).map(Object::getClass).distinct().toList();
    for (ClockChange change : ClockChange.ALL) {
      for (Class<?> kind : kinds) {
        assertThat(
                CasesOnClockChanges.of(change)
                    .filter(told -> single(told.when()).anyMatch(kind::isInstance))
                    .map(ToldCase::answer))
            .as(kind.getSimpleName())
            .contains(Kind.RECLAIMABLE, Kind.NOT_RECLAIMABLE);
      }
    }
  }

  private static void saysTheSameOnAnyDay(ToldCase told) {
    for (ClockChange change : ClockChange.ALL) {
      for (Duration beside : BESIDE) {
        ASeat seat = ToldSeat.of("lives in %s; %s".formatted(change.zone(), told.known()));
        Instant now = change.at().plus(beside);
        assertThat(Kind.of(told.rule().judge(seat.asOf(now).facts())))
            .as("%s at %s", told, now)
            .isEqualTo(told.answer());
      }
    }
  }

  private static Stream<Condition> single(Condition condition) {
    return condition.parts().filter(part -> !part.getClass().isMemberClass());
  }

  /** Whether the moment matters. Whoever adds a condition has to say so here. */
  private static boolean goesByTheClock(Condition condition) {
    return switch (condition) {
      case UnusedFor _,
          UsedLessThan _,
          NeverUsed _,
          PresentElsewhere _,
          AnsweredKeep _,
          HolderLeft _,
          HolderOnLeave _,
          ContractEnded _,
          EmployedFor _,
          MovedDepartment _,
          SeatOlderThan _,
          CheaperTierWouldDo _,
          Overlap _ ->
          true;
      case NotInRoster _,
          AccountDisabled _,
          HolderKind _,
          InGroup _,
          InDepartment _,
          InCostCentre _,
          AtLocation _,
          InheritedSeat _,
          PriceAbove _,
          RestrictedSoftware _,
          UnmatchedAccount _ ->
          false;
      case Condition.All(var parts) -> parts.stream().anyMatch(ClockChangesTest::goesByTheClock);
      case Condition.Any(var parts) -> parts.stream().anyMatch(ClockChangesTest::goesByTheClock);
      case Condition.Not(var part) -> goesByTheClock(part);
    };
  }

  /** A time that the clock skips comes when it goes on, one that it shows twice the second time. */
  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin,    2026-03-29, 02:30, 2026-03-29T01:30:00Z",
    "Europe/Berlin,    2026-10-25, 02:30, 2026-10-25T01:30:00Z",
    "America/New_York, 2026-03-08, 02:30, 2026-03-08T07:30:00Z",
    "America/New_York, 2026-11-01, 01:30, 2026-11-01T06:30:00Z",
    "America/Santiago, 2026-04-04, 23:30, 2026-04-05T03:30:00Z",
    "America/Santiago, 2026-09-06, 00:30, 2026-09-06T04:30:00Z",
    "Asia/Beirut,      2026-03-29, 00:00, 2026-03-28T22:00:00Z",
    "Asia/Beirut,      2026-10-24, 23:00, 2026-10-24T21:00:00Z"
  })
  void aLeaverHasLeftAtThatTimeOfTheLastDay(
      String zone, LocalDate lastDay, LocalTime at, Instant moment) {
    // given
    Condition left = new HolderLeft(Optional.of(at));
    // then
    assertThat(left.judge(leaver(zone, lastDay, moment))).isInstanceOf(Holds.class);
    assertThat(left.judge(leaver(zone, lastDay, moment.minusMillis(1))))
        .isInstanceOf(DoesNotHold.class);
  }

  private static SeatFacts leaver(String zone, LocalDate lastDay, Instant now) {
    ASeat seat = ASeat.seat().asOf(now);
    AHolder holder = seat.holder().in(zone);
    holder.is(Holder.Status.LEFT, holder.begin(lastDay));
    return seat.facts();
  }

  @ParameterizedTest
  @FieldSource("dev.reclaim.rules.ClockChange#ALL")
  void aBlackoutLastsFromTheBeginToTheEndOfItsDays(ClockChange change) {
    // given
    Blackout blackout = new Blackout(change.day(), change.day(), ZoneId.of(change.zone()));
    // then
    assertThat(blackout.covers(change.begin().minusMillis(1))).isFalse();
    assertThat(blackout.covers(change.begin())).isTrue();
    assertThat(blackout.covers(change.end().minusMillis(1))).isTrue();
    assertThat(blackout.covers(change.end())).isFalse();
  }
}
