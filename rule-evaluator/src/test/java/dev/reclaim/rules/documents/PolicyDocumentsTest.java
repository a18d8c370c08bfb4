package dev.reclaim.rules.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.reclaim.rules.BadPolicy;
import dev.reclaim.rules.Hold;
import dev.reclaim.rules.PolicyKind;
import dev.reclaim.rules.Rule;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyDocumentsTest {

  private static final String RULE =
      """
      kind: rule
      name: idle
      title: Idle
      ask: holder
      when:
        all:
          - usedLessThan: {time: PT5M, within: P90D}
          - presentElsewhere: {within: P30D}
      """;
  private static final String HOLD =
      """
      kind: hold
      name: away
      type: leave
      holder: ada@example.com
      reason: parental leave
      owner: hr@example.com
      until: 2026-03-29
      """;

  private final PolicyDocuments documents = new PolicyDocuments();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          title: Idle                  | titel: Idle                   | titel                               | unknown key      | 3
          within: P90D                 | within: P-3D                  | when.all[0].usedLessThan.within     | longer than      | 7
          within: P90D                 | within: PT0S                  | when.all[0].usedLessThan.within     | longer than      | 7
          within: P30D                 | within: P3M                   | when.all[1].presentElsewhere.within | ISO-8601         | 8
          within: P30D                 | during: P30D                  | when.all[1].presentElsewhere.during | unknown key      | 8
          within: P30D                 | within: 30                    | when.all[1].presentElsewhere.within | a text           | 8
          presentElsewhere             | presentHere                   | when.all[1].presentHere             | unknown key      | 8
          time: PT5M                   | time: P91D                    | when.all[0].usedLessThan.time       | longer than      | 7
          ask: holder                  | ask: everybody                | ask                                 | holder, nobody   | 4
          ask: holder                  | kind: rule                    | body                                | Duplicate        | 4
          name: idle                   | name: Idle Rule               | name                                | lower-case       | 2
          kind: rule                   | kind: hold                    | kind                                | must be rule     | 1
          title: Idle                  | title: [                      | body                                | cannot be read   | 5
          title: Idle                  | title: ''                     | title                               | empty            | 3
          """)
  void namesKeyAndLineOfWhatIsWrongInARule(
      String right, String wrong, String key, String reason, int line) {
    // when
    BadPolicy refused = refused(PolicyKind.RULE, RULE.replace(right, wrong));
    // then
    assertThat(refused.key()).isEqualTo(key);
    assertThat(refused.reason()).contains(reason);
    assertThat(refused.line()).hasValue(line);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          APPLICATION | {"kind":"application","name":"x","title":"X","pricePerMonth":{"amount":7}}                  | pricePerMonth.currency
          APPLICATION | {"kind":"application","name":"x","title":"X","pricePerMonth":{"amount":7,"currency":"EURO"}}| pricePerMonth.currency
          APPLICATION | {"kind":"application","name":"x","title":"X","pricePerMonth":{"amount":-7,"currency":"EUR"}}| pricePerMonth.amount
          APPLICATION | {"kind":"application","name":"x","title":"X","restorableDays":400}                          | restorableDays
          APPLICATION | {"kind":"application","name":"x"}                                                           | title
          CAMPAIGN    | {"kind":"campaign","name":"x","subject":{"en":"S"},"intro":{"de":"I"}}                      | intro
          CAMPAIGN    | {"kind":"campaign","name":"x","subject":{},"intro":{"de":"I"}}                              | subject
          """)
  void namesTheKeyInJsonToo(PolicyKind kind, String json, String key) {
    assertThat(refused(kind, json).key()).isEqualTo(key);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          until: 2026-03-29       | until: tomorrow          | until
          until: 2026-03-29       | timeZone: Europe/Nowhere | timeZone
          until: 2026-03-29       | application: tableau     | until
          holder: ada@example.com | application: Tableau     | application
          holder: ada@example.com |                          | holder
          type: leave             | type: mood               | type
          """)
  void namesTheKeyInAHold(String right, String wrong, String key) {
    assertThat(refused(PolicyKind.HOLD, HOLD.replace(right, wrong == null ? "" : wrong)).key())
        .isEqualTo(key);
  }

  @Test
  void aHoldLastsThroughItsLastDayWhereTheHolderLives() {
    // given: in Berlin the last Sunday of March has 23 hours
    String berlin = HOLD + "timeZone: Europe/Berlin\n";
    // when
    Hold hold = (Hold) documents.read(PolicyKind.HOLD, berlin).policy();
    // then
    assertThat(hold.until()).hasValue(Instant.parse("2026-03-29T22:00:00Z"));
  }

  @Test
  void readsTheSameRuleFromYamlAndJson() {
    // given
    String json =
        """
        {"kind": "rule", "name": "idle", "title": "Idle", "ask": "holder", "when": {"all": [
          {"usedLessThan": {"time": "PT5M", "within": "P90D"}},
          {"presentElsewhere": {"within": "P30D"}}]}}
        """;
    // then
    assertThat(documents.read(PolicyKind.RULE, json))
        .isEqualTo(documents.read(PolicyKind.RULE, RULE));
  }

  @Test
  void useCancelsExactlyWhereTheRuleLooksAtUse() {
    assertThat(handlesUse(RULE)).isTrue();
    assertThat(handlesUse(RULE.substring(0, RULE.indexOf("when:")) + "when: {holderLeft: {}}"))
        .isFalse();
  }

  private boolean handlesUse(String rule) {
    return ((Rule) documents.read(PolicyKind.RULE, rule).policy()).handling().useCancels();
  }

  private BadPolicy refused(PolicyKind kind, String text) {
    return catchThrowableOfType(BadPolicy.class, () -> documents.read(kind, text));
  }
}
