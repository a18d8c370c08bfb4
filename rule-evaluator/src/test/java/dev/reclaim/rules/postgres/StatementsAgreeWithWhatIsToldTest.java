package dev.reclaim.rules.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.local.JoinedConnections;
import dev.reclaim.rules.CasesOnClockChanges;
import dev.reclaim.rules.CatalogCases;
import dev.reclaim.rules.ClockChange;
import dev.reclaim.rules.Preview.Kind;
import dev.reclaim.rules.RulesPage;
import dev.reclaim.rules.SeatFacts;
import dev.reclaim.rules.ToldCase;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the page about rules shows, what the rules of the catalogue are tried with, and the edges on
 * clock changes: the statements say it too, over the same facts in a real database.
 */
class StatementsAgreeWithWhatIsToldTest {

  private static JoinedConnections database;

  @BeforeAll
  static void connect() throws SQLException {
    database = new JoinedConnections(RandomTown.emptied("rules_agree")::asOwner);
  }

  @AfterAll
  static void disconnect() throws SQLException {
    database.close();
  }

  static Stream<ToldCase> cases() {
    return Stream.concat(
        Stream.concat(RulesPage.cases(), CatalogCases.all()),
        ClockChange.ALL.stream().flatMap(CasesOnClockChanges::of));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theStatementSaysWhatTheJudgeSays(ToldCase told) {
    // given
    SeatFacts facts = told.facts();
    // when
    Said said = ask(told, facts);
    // then
    assertThat(said.ofCondition()).isEqualTo(Numbers.of(told.rule().when().judge(facts)));
    // Where no policy defines the application, rules are not asked.
    if (facts.held().terms().isPresent()) {
      assertThat(kind(said.ofRule())).isEqualTo(told.answer());
    }
  }

  /** What was written for a case is gone after it. */
  private static Said ask(ToldCase told, SeatFacts facts) {
    ToldRows rows = new ToldRows(facts);
    return database.call(
        () -> {
          write(rows);
          return ask(told, facts, new StandingPolicies(rows.policy()));
        },
        _ -> false);
  }

  private static void write(ToldRows told) {
    try {
      Rows rows = new Rows(database.getConnection());
      told.write(rows);
      rows.writeAll();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private record Said(int ofCondition, int ofRule) {}

  private static Said ask(ToldCase told, SeatFacts facts, StandingPolicies policies) {
    Sql sql = new Sql(database);
    FactsInSql tables = new FactsInSql(facts.asOf(), new ReadsEditions(sql, policies).now());
    Fragment condition = new ConditionsInSql(tables).of(told.rule().when()).value();
    Fragment rule = new RulesInSql(tables).value(told.rule());
    return sql.query(
            Fragment.of(
                "WITH ?\nSELECT ? AS condition, ? AS rule FROM fact f WHERE f.id = ?",
                tables.tables(Whose.EVERYBODY),
                condition,
                rule,
                facts.seat().id().value()),
            row -> new Said(row.getInt("condition"), row.getInt("rule")))
        .getFirst();
  }

  private static Kind kind(int answer) {
    return switch (answer) {
      case Answer.HOLDS -> Kind.RECLAIMABLE;
      case Answer.UNKNOWN -> Kind.NOT_ENOUGH_DATA;
      default -> Kind.NOT_RECLAIMABLE;
    };
  }
}
