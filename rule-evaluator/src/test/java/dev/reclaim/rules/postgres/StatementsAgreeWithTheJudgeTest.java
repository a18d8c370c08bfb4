package dev.reclaim.rules.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.events.SeatId;
import dev.reclaim.rules.AnsweredKeep;
import dev.reclaim.rules.Condition;
import dev.reclaim.rules.InheritedSeat;
import dev.reclaim.rules.Judgement;
import dev.reclaim.rules.RestrictedSoftware;
import dev.reclaim.rules.Rule;
import dev.reclaim.rules.SeatCase;
import dev.reclaim.rules.SeatOlderThan;
import dev.reclaim.rules.UnmatchedAccount;
import dev.reclaim.rules.Verdict;
import dev.reclaim.rules.VersionedRule;
import dev.reclaim.rules.Window;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * The statements over all seats and the judge of one seat say the same, for every condition and for
 * random trees of them, over random seats in a real database.
 */
class StatementsAgreeWithTheJudgeTest {

  private static final int HOLDERS = 29_500;
  private static final int TREES = 10;
  private static final int PAGE = 2_000;

  /** The judge words sentences, which takes time, so whole rules and trees take turns. */
  private static final int TURNS = 10;

  private final long seed = Long.getLong("reclaim.seed", new Random().nextLong());

  @Test
  void overAtLeastAHundredThousandRandomSeats() throws SQLException {
    try (RandomTown town = RandomTown.of("rules_agree", seed, HOLDERS, TREES)) {
      // when
      Map<SeatId, String> statements = statements(town);
      // then
      List<List<SeatId>> pages = pages(town);
      assertThat(pages.stream().mapToInt(List::size).sum()).isEqualTo(statements.size());
      long[][] seen =
          pages.parallelStream()
              .map(page -> compare(page, statements, town))
              .reduce(new long[town.rules().size()][4], StatementsAgreeWithTheJudgeTest::sum);
      everyConditionSaidAllThatItCan(seen, town);
    }
  }

  private static List<List<SeatId>> pages(RandomTown town) {
    List<SeatId> all = town.seats().next(Optional.empty(), Integer.MAX_VALUE);
    return IntStream.rangeClosed(0, (all.size() - 1) / PAGE)
        .mapToObj(n -> all.subList(n * PAGE, Math.min((n + 1) * PAGE, all.size())))
        .toList();
  }

  private static long[][] sum(long[][] one, long[][] other) {
    long[][] sum = new long[one.length][4];
    for (int rule = 0; rule < one.length; rule++) {
      for (int answer = 0; answer < 4; answer++) {
        sum[rule][answer] = one[rule][answer] + other[rule][answer];
      }
    }
    return sum;
  }

  /** How often each condition said what, where the judge was asked too. */
  private long[][] compare(List<SeatId> page, Map<SeatId, String> statements, RandomTown town) {
    long[][] seen = new long[town.rules().size()][4];
    List<SeatCase> seats = town.seats().look(page, town.asOf(), Window.ofDays(90));
    assertThat(seats).hasSameSizeAs(page);
    for (int n = 0; n < seats.size(); n++) {
      SeatCase seat = seats.get(n);
      String said = statements.get(seat.facts().seat().id());
      for (int rule = 0; rule < seen.length; rule++) {
        boolean turn = (n + rule) % TURNS == 0;
        if ((turn || rule < seen.length - TREES) && isAsked(rule, seat, town)) {
          seen[rule][compareCondition(seat, rule, said, town)]++;
        }
        if (turn) {
          compareRule(seat, rule, said, town);
        }
      }
    }
    return seen;
  }

  /** Where no policy defines the application, no condition is asked, but for the one about that. */
  private static boolean isAsked(int rule, SeatCase seat, RandomTown town) {
    return seat.application().isPresent()
        || town.rules().get(rule).rule().when() instanceof RestrictedSoftware;
  }

  /** By seat, for each rule what its condition says and whether the rule would take it. */
  private static Map<SeatId, String> statements(RandomTown town) {
    FactsInSql facts = new FactsInSql(town.asOf(), town.policy());
    ConditionsInSql conditions = new ConditionsInSql(facts);
    RulesInSql rules = new RulesInSql(facts);
    List<Fragment> values = new ArrayList<>();
    for (VersionedRule rule : town.rules()) {
      values.add(conditions.of(rule.rule().when()).value());
      values.add(rules.value(rule.rule()));
    }
    Map<SeatId, String> said = new HashMap<>();
    town.sql()
        .query(
            Fragment.of(
                "WITH ?\nSELECT f.id, concat(?) AS said FROM fact f",
                facts.tables(Whose.EVERYBODY),
                Fragment.joined(",\n", values)),
            row -> said.put(new SeatId(row.getString("id")), row.getString("said")));
    return said;
  }

  private int compareCondition(SeatCase seat, int number, String said, RandomTown town) {
    Rule rule = town.rules().get(number).rule();
    int statement = said.charAt(2 * number) - '0';
    Judgement judgement = rule.when().judge(seat.facts());
    agree(statement, Numbers.of(judgement), rule, seat, judgement);
    return statement;
  }

  private void compareRule(SeatCase seat, int number, String said, RandomTown town) {
    Rule rule = town.rules().get(number).rule();
    int statement = said.charAt(2 * number + 1) - '0';
    Verdict verdict = seat.verdict(rule);
    // For a verdict it does not matter why the seat stays.
    agree(
        statement == Answer.DOUBTFUL ? Answer.NO : statement,
        Numbers.of(verdict),
        rule,
        seat,
        verdict);
  }

  private void agree(int statement, int judge, Rule rule, SeatCase seat, Object because) {
    if (statement != judge) {
      throw new AssertionError(
          """
          -Dreclaim.seed=%d
          as of %s the statement says %d and the judge %d
          of %s
          on %s
          because %s"""
              .formatted(seed, seat.facts().asOf(), statement, judge, rule, seat, because));
    }
  }

  /** Otherwise the test would prove less than it says. */
  private void everyConditionSaidAllThatItCan(long[][] seen, RandomTown town) {
    for (int n = 0; n < seen.length - TREES; n++) {
      Condition condition = town.rules().get(n).rule().when();
      String what = "seed %d: %s".formatted(seed, condition);
      assertThat(LongStream.of(seen[n]).sum()).as(what).isGreaterThan(100_000);
      assertThat(seen[n][Answer.HOLDS]).as(what).isPositive();
      assertThat(seen[n][Answer.NO]).as(what).isPositive();
      if (isAlwaysKnown(condition)) {
        assertThat(seen[n][Answer.UNKNOWN]).as(what).isZero();
      } else {
        assertThat(seen[n][Answer.UNKNOWN]).as(what).isPositive();
      }
    }
  }

  private static boolean isAlwaysKnown(Condition condition) {
    return switch (condition) {
      case AnsweredKeep _, SeatOlderThan _, InheritedSeat _, UnmatchedAccount _ -> true;
      default -> false;
    };
  }
}
