package dev.reclaim.rules.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reclaim.events.ApplicationId;
import dev.reclaim.events.CandidateEvent.CandidateFound;
import dev.reclaim.events.CandidateEvent.CandidateWithdrawn;
import dev.reclaim.events.Handling;
import dev.reclaim.events.RuleName;
import dev.reclaim.events.SeatId;
import dev.reclaim.messaging.Cause;
import dev.reclaim.rules.Caps;
import dev.reclaim.rules.Condition;
import dev.reclaim.rules.Pace;
import dev.reclaim.rules.Rule;
import dev.reclaim.rules.RuleRun;
import dev.reclaim.rules.SeatCase;
import dev.reclaim.rules.SeatFacts;
import dev.reclaim.rules.SweepCounts;
import dev.reclaim.rules.UnmatchedAccount;
import dev.reclaim.rules.Verdict;
import dev.reclaim.rules.VersionedRule;
import dev.reclaim.rules.Window;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A whole sweep over random seats and rules in a real database. */
class SweepOfATownTest {

  private static final int HOLDERS = 1_500;
  private static final int TREES = 5;

  private final long seed = Long.getLong("reclaim.seed", new Random().nextLong());

  private RandomTown town() throws SQLException {
    return RandomTown.of("rules_sweep", seed, HOLDERS, TREES);
  }

  @Test
  void leavesNothingToDoForTheJudgeOfSingleSeats() throws SQLException {
    try (RandomTown town = town()) {
      // given
      ASweep sweep = new ASweep(town);
      List<SeatId> all = town.seats().next(Optional.empty(), 4 * HOLDERS);
      // when
      SweepCounts counts = sweep.at(town.asOf());
      // then
      assertThat(sweep.disagreements()).as("seed %d", seed).isEmpty();
      assertThat(counts.found()).isEqualTo(sweep.found().size()).isPositive();
      assertThat(counts.withdrawn()).isEqualTo(sweep.withdrawn().size()).isPositive();
      assertThat(counts.judged()).isEqualTo(all.size());
      SweepCounts left =
          town.database().call(() -> sweep.judge().judge(all, town.asOf(), _ -> true, Cause.NONE));
      assertThat(left).as("seed %d", seed).isEqualTo(new SweepCounts(all.size(), 0, 0, 0));
    }
  }

  @Test
  void isTheSameForTheSameFactsHoweverOftenItIsKilled() throws SQLException {
    List<CandidateFound> found;
    List<CandidateWithdrawn> withdrawn;
    try (RandomTown town = town()) {
      ASweep whole = new ASweep(town);
      whole.at(town.asOf());
      found = whole.found();
      withdrawn = whole.withdrawn();
    }
    try (RandomTown town = town()) {
      // given
      ASweep killed = killedAgainAndAgain(town, 8);
      // when
      killed.at(town.asOf().plusSeconds(9));
      // then
      assertThat(killed.found().stream().filter(each -> each.asOf().equals(town.asOf())))
          .as("seed %d", seed)
          .isEqualTo(found);
      assertThat(killed.withdrawn()).as("seed %d", seed).startsWith(array(withdrawn));
    }
  }

  @Test
  void isTheSameWithManyHands() throws SQLException {
    VersionedRule rule =
        capped(
            new Caps(OptionalInt.of(300), Optional.of(new BigDecimal("0.05")), Optional.empty()));
    List<VersionedRule> rules = new ArrayList<>(new RandomRules(new Random(seed)).rules(TREES));
    rules.add(rule);
    try (RandomTown alone = RandomTown.of("rules_sweep", seed, HOLDERS, rules);
        RandomTown together = RandomTown.of("rules_sweep_together", seed, HOLDERS, rules)) {
      // given
      ASweep one = new ASweep(alone);
      ASweep many = new ASweep(together).withHands(3);
      // when
      SweepCounts counts = many.at(together.asOf());
      // then
      assertThat(counts).as("seed %d", seed).isEqualTo(one.at(alone.asOf()));
      assertThat(counted(many.found())).as("seed %d", seed).isEqualTo(counted(one.found()));
      assertThat(counted(many.withdrawn())).as("seed %d", seed).isEqualTo(counted(one.withdrawn()));
      assertThat(many.disagreements()).isEmpty();
      for (VersionedRule each : rules) {
        assertThat(counts(together, each)).as(each.toString()).isEqualTo(counts(alone, each));
      }
      assertThat(counts(together, rule).overCap()).isPositive();
    }
  }

  /** What is there, in whatever order, and how often. */
  private static <T> Map<T, Long> counted(List<T> said) {
    return said.stream().collect(Collectors.groupingBy(each -> each, Collectors.counting()));
  }

  private static CandidateWithdrawn[] array(List<CandidateWithdrawn> list) {
    return list.toArray(CandidateWithdrawn[]::new);
  }

  private static ASweep killedAgainAndAgain(RandomTown town, int times) {
    ASweep sweep = new ASweep(town);
    for (int transactions = 0; transactions < times; transactions++) {
      sweep.diesAfter(transactions);
      assertThatThrownBy(() -> sweep.at(town.asOf())).hasMessage("killed");
    }
    return sweep.diesAfter(Integer.MAX_VALUE);
  }

  @Test
  void doesNotGoOnOnAnotherDayWhenThereMayBeUseThatItWouldNotSee() throws SQLException {
    try (RandomTown town = town()) {
      // given
      ASweep killed = killedAgainAndAgain(town, 6);
      Instant nextDay = town.asOf().plus(Duration.ofDays(1));
      // when
      killed.at(nextDay);
      // then
      assertThat(killed.found()).isNotEmpty().allMatch(found -> found.asOf().equals(nextDay));
    }
  }

  @Test
  void findsNoMoreThanItsCapAllowsTheLongestIdleFirst() throws SQLException {
    VersionedRule rule = capped(new Caps(OptionalInt.of(40), Optional.empty(), Optional.empty()));
    try (RandomTown town = RandomTown.of("rules_sweep", seed, HOLDERS, List.of(rule))) {
      // given
      List<SeatFacts> candidates = candidates(town, rule);
      ASweep sweep = new ASweep(town);
      // when
      sweep.at(town.asOf());
      // then
      assertThat(seats(sweep))
          .as("seed %d", seed)
          .containsExactlyInAnyOrderElementsOf(ids(candidates.stream().limit(40)));
      assertThat(counts(town, rule).overCap()).isEqualTo(candidates.size() - 40);
    }
  }

  @Test
  void findsNoMoreThanItsShareOfEachApplication() throws SQLException {
    Caps caps =
        new Caps(OptionalInt.empty(), Optional.of(new BigDecimal("0.02")), Optional.empty());
    VersionedRule rule = capped(caps);
    try (RandomTown town = RandomTown.of("rules_sweep", seed, HOLDERS, List.of(rule))) {
      // given
      Map<ApplicationId, List<SeatFacts>> candidates =
          candidates(town, rule).stream()
              .collect(Collectors.groupingBy(facts -> facts.seat().application()));
      Map<ApplicationId, Long> seats =
          town.look().stream()
              .filter(seat -> seat.facts().tenure().present())
              .collect(
                  Collectors.groupingBy(
                      seat -> seat.facts().seat().application(), Collectors.counting()));
      ASweep sweep = new ASweep(town);
      // when
      sweep.at(town.asOf());
      // then
      assertThat(seats(sweep))
          .as("seed %d", seed)
          .containsExactlyInAnyOrderElementsOf(
              ids(
                  candidates.entrySet().stream()
                      .flatMap(
                          of ->
                              of.getValue().stream()
                                  .limit(caps.inApplication(seats.get(of.getKey()))))));
    }
  }

  @Test
  void takesLessInTheFirstRunsOfARule() throws SQLException {
    VersionedRule rule =
        capped(
            new Caps(OptionalInt.of(30), Optional.empty(), Optional.of(new Caps.ColdStart(10, 2))));
    try (RandomTown town = RandomTown.of("rules_sweep", seed, HOLDERS, List.of(rule))) {
      List<Long> found = new ArrayList<>();
      for (int run = 0; run < 3; run++) {
        found.add(new ASweep(town).at(town.asOf().plusSeconds(run)).found());
      }
      assertThat(found).as("seed %d", seed).containsExactly(10L, 10L, 30L);
    }
  }

  private static VersionedRule capped(Caps caps) {
    Handling handling =
        new Handling(
            Handling.Mode.ENFORCE,
            new Handling.Asking(
                Handling.Ask.HOLDER,
                Optional.empty(),
                Handling.Term.calendar(Duration.ofDays(14)),
                Handling.Silence.KEEP),
            Handling.Approval.ON_KEEP,
            Handling.Taking.of(Handling.Order.SEAT_ONLY),
            false);
    Pace pace = new Pace(Window.ofDays(30), Optional.empty(), Set.of(), List.of(), caps);
    return new VersionedRule(
        new Rule(
            new RuleName("capped"),
            "Almost all",
            Set.of(),
            new Condition.Not(new UnmatchedAccount()),
            handling,
            pace),
        1);
  }

  /** What the rule would propose if nothing were capped, in the order of the caps. */
  private static List<SeatFacts> candidates(RandomTown town, VersionedRule rule) {
    return town.look().stream()
        .filter(seat -> seat.verdict(rule.rule()) instanceof Verdict.Reclaimable)
        .filter(seat -> seat.ongoing(rule.name()).isEmpty())
        .map(SeatCase::facts)
        .sorted(Caps.LONGEST_IDLE_FIRST)
        .toList();
  }

  private static List<SeatId> seats(ASweep sweep) {
    return sweep.found().stream().map(found -> found.seat().id()).toList();
  }

  private static List<SeatId> ids(Stream<SeatFacts> facts) {
    return facts.map(each -> each.seat().id()).toList();
  }

  private static RuleRun.Counts counts(RandomTown town, VersionedRule rule) {
    return new PostgresRuleRuns(town.database()).last(rule.name()).orElseThrow().counts();
  }
}
