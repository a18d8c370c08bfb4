package dev.reclaim.rules.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.events.SeatId;
import dev.reclaim.rules.Judgement;
import dev.reclaim.rules.Rule;
import dev.reclaim.rules.SeatCase;
import dev.reclaim.rules.Seats;
import dev.reclaim.rules.Verdict;
import dev.reclaim.rules.VersionedRule;
import dev.reclaim.rules.Window;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * The statements over all seats and the judge of one seat say the same, for every condition and for
 * random trees of them, over random seats in a real database.
 */
class StatementsAgreeWithTheJudgeTest {

  private static final int HOLDERS = 28_000;
  private static final int TREES = 10;
  private static final int PAGE = 2_000;

  /**
   * Each seat is judged by every eighth rule, in turns: the judge words sentences, which takes
   * time.
   */
  private static final int TURNS = 8;

  private final long seed = Long.getLong("reclaim.seed", new Random().nextLong());

  @Test
  void overAtLeastAHundredThousandRandomSeats() throws SQLException {
    try (RandomTown town = RandomTown.of("rules_agree", seed, HOLDERS, TREES)) {
      // when
      Map<SeatId, byte[]> statements = statements(town);
      // then
      assertThat(statements).as("seats judged").hasSizeGreaterThan(100_000);
      long[][] seen = new long[town.rules().size()][4];
      Seats seats = town.seats();
      List<SeatId> page = seats.next(Optional.empty(), PAGE);
      int judged = 0;
      while (!page.isEmpty()) {
        for (SeatCase seat : seats.look(page, town.asOf(), Window.ofDays(90))) {
          byte[] said = statements.get(seat.facts().seat().id());
          for (int rule = judged++ % TURNS; rule < seen.length; rule += TURNS) {
            compare(seat, rule, said, town);
            seen[rule][said[2 * rule]]++;
          }
        }
        page = seats.next(Optional.of(page.getLast()), PAGE);
      }
      assertThat(judged).isEqualTo(statements.size());
      everyConditionSaidYesAndNo(seen, town);
    }
  }

  /** By seat, for each rule what its condition says and whether the rule would take it. */
  private static Map<SeatId, byte[]> statements(RandomTown town) {
    FactsInSql facts = new FactsInSql(town.asOf(), town.policy());
    ConditionsInSql conditions = new ConditionsInSql(facts);
    RulesInSql rules = new RulesInSql(facts);
    List<Fragment> values = new ArrayList<>();
    for (VersionedRule rule : town.rules()) {
      values.add(conditions.of(rule.rule().when()).value());
      values.add(rules.value(rule.rule()));
    }
    Map<SeatId, byte[]> said = new HashMap<>();
    town.sql()
        .query(
            Fragment.of(
                "WITH ?\nSELECT f.id, ARRAY[?] AS said FROM fact f",
                facts.tables(Whose.EVERYBODY),
                Fragment.joined(",\n", values)),
            row -> said.put(new SeatId(row.getString("id")), bytes(row)));
    return said;
  }

  private static byte[] bytes(ResultSet row) throws SQLException {
    Integer[] values = (Integer[]) row.getArray("said").getArray();
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = values[i].byteValue();
    }
    return bytes;
  }

  private void compare(SeatCase seat, int number, byte[] statement, RandomTown town) {
    Rule rule = town.rules().get(number).rule();
    int condition = statement[2 * number];
    int judged = condition(rule, seat);
    // Where no policy defines the application, conditions are not asked.
    boolean agree = condition == judged || seat.application().isEmpty();
    // For a verdict it does not matter why the seat stays.
    int verdict =
        statement[2 * number + 1] == Answer.DOUBTFUL ? Answer.NO : statement[2 * number + 1];
    if (!agree || verdict != verdict(rule, seat)) {
      throw new AssertionError(
          """
          -Dreclaim.seed=%d
          as of %s the statement says %d of the condition and %d of the rule, the judge %d and %d
          of %s
          on %s
          because %s"""
              .formatted(
                  seed,
                  town.asOf(),
                  condition,
                  verdict,
                  judged,
                  verdict(rule, seat),
                  rule.when(),
                  seat,
                  rule.when().judge(seat.facts())));
    }
  }

  private static int condition(Rule rule, SeatCase seat) {
    return switch (rule.when().judge(seat.facts())) {
      case Judgement.Holds _ -> Answer.HOLDS;
      case Judgement.DoesNotHold no when no.proven() -> Answer.NO;
      case Judgement.DoesNotHold _ -> Answer.DOUBTFUL;
      case Judgement.NotEnoughData _ -> Answer.UNKNOWN;
    };
  }

  private static int verdict(Rule rule, SeatCase seat) {
    return switch (seat.verdict(rule)) {
      case Verdict.Reclaimable _ -> Answer.HOLDS;
      case Verdict.NotReclaimable _ -> Answer.NO;
      case Verdict.NotEnoughData _ -> Answer.UNKNOWN;
    };
  }

  /** Otherwise the test would prove less than it says. */
  private void everyConditionSaidYesAndNo(long[][] seen, RandomTown town) {
    for (int n = 0; n < seen.length - TREES; n++) {
      String condition = "seed %d: %s".formatted(seed, town.rules().get(n).rule().when());
      assertThat(seen[n][Answer.HOLDS]).as(condition).isPositive();
      assertThat(seen[n][Answer.NO] + seen[n][Answer.DOUBTFUL]).as(condition).isPositive();
    }
  }
}
