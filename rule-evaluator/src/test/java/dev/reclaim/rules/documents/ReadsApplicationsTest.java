package dev.reclaim.rules.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.reclaim.events.ApplicationId;
import dev.reclaim.events.PolicyEvent.Alias;
import dev.reclaim.events.PolicyEvent.SeatAction;
import dev.reclaim.events.SourceName;
import dev.reclaim.rules.Application;
import dev.reclaim.rules.BadPolicy;
import dev.reclaim.rules.PolicyKind;
import dev.reclaim.rules.Tier;
import dev.reclaim.rules.Window;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadsApplicationsTest {

  private static final String WHOLE =
      """
      kind: application
      name: tableau
      title: Tableau
      owner: maria@example.com
      aliases: [Tableau Cloud, {name: TBL, source: licence-register}]
      price: {amount: 1000.00, currency: EUR, per: year}
      contract:
        ends: 2027-06-30
        renewalNotice: P90D
        trueDown: {opens: 2027-06-01, closes: 2027-06-30}
        reassignmentDays: 7
      restricted: true
      suite: [tableau-prep]
      purpose: dashboards
      tiers:
        - {name: creator, price: {amount: 115, currency: USD}, features: [authoring]}
        - {name: explorer, price: {amount: 70, currency: USD}, lower: viewer}
        - {name: viewer, entitlement: LIC-Viewer}
      seats: {connection: cloud, entitlement: LIC, action: downgrade, lowerEntitlement: LIC-Viewer}
      loss: No more workbooks.
      restorableDays: 14
      """;

  private final PolicyDocuments documents = new PolicyDocuments();

  @Test
  void readsAllThatCanBeSaidOfAnApplication() {
    // when
    Application read = application(WHOLE);
    // then
    assertThat(read.names().aliases())
        .containsExactly(
            Alias.everywhere("Tableau Cloud"),
            new Alias("TBL", Optional.of(new SourceName("licence-register"))));
    assertThat(read.owner()).hasValue("maria@example.com");
    assertThat(read.portfolio())
        .isEqualTo(
            new Application.Portfolio(
                Set.of(new ApplicationId("tableau-prep")), Optional.of("dashboards"), true));
    assertThat(read.terms().contract().ends()).hasValue(LocalDate.parse("2027-06-30"));
    assertThat(read.terms().contract().renewalNotice()).hasValue(Window.ofDays(90));
    assertThat(read.terms().contract().reassignmentDays()).hasValue(7);
    assertThat(read.giving().seats().orElseThrow().action()).hasValue(SeatAction.DOWNGRADE);
    assertThat(read.giving().restorableDays()).isEqualTo(14);
    assertThat(read.giving().loss()).isEqualTo("No more workbooks.");
  }

  @Test
  void whatIsNotSaidToBeLostIsLeftToWhoeverSpeaksTheReadersLanguage() {
    Application read = application(WHOLE.replace("loss: No more workbooks.\n", ""));
    assertThat(read.giving().loss()).isEmpty();
  }

  @Test
  void aYearIsTwelveMonthsAndATierMayCostSomethingElse() {
    // given
    Application read = application(WHOLE);
    // then: a twelfth of 1,000.00, rounded to what can be paid
    assertThat(read.pricePerMonth("viewer")).hasToString("Optional[83.33 EUR]");
    assertThat(read.pricePerMonth("explorer")).hasToString("Optional[70 USD]");
    assertThat(read.pricePerMonth("only")).isEqualTo(read.pricePerMonth("creator"));
    assertThat(read.pricePerMonth()).hasToString("Optional[115 USD]");
  }

  @Test
  void aTierGoesDownToTheNextOneUnlessItNamesAnother() {
    // given
    Application read =
        application(WHOLE.replace("features: [authoring]", "features: [authoring], lower: viewer"));
    // then
    assertThat(read.tiers().below("creator").map(Tier::name)).hasValue("viewer");
    assertThat(application(WHOLE).tiers().below("creator").map(Tier::name)).hasValue("explorer");
    assertThat(read.tiers().below("viewer")).isEmpty();
    assertThat(read.tiers().below("unheard-of")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          lower: viewer                 | lower: explorer             | tiers[1].lower                | explorer, explorer    | 17
          entitlement: LIC-Viewer       | lower: explorer             | tiers[2].lower                | cycle of tiers        | 18
          name: viewer, entitlement     | name: viewer, lower: creator, entitlement | tiers[2].lower  | viewer, creator, explorer, viewer | 18
          lower: viewer                 | lower: reader               | tiers[1].lower                | no tier               | 17
          name: explorer                | name: creator               | tiers[1].name                 | already               | 17
          amount: 1000.00, currency: EUR| amount: 1000.00             | price.currency                | is missing            | 6
          currency: EUR                 | currency: EURO              | price.currency                | ISO 4217              | 6
          amount: 1000.00               | amount: -1                  | price.amount                  | negative              | 6
          per: year                     | per: week                   | price.per                     | month, year           | 6
          amount: 70, currency: USD     | amount: 70                  | tiers[1].price.currency       | is missing            | 17
          renewalNotice: P90D           | renewalNotice: P-90D        | contract.renewalNotice        | longer than nothing   | 9
          closes: 2027-06-30            | closes: 2027-05-31          | contract.trueDown.closes      | is before             | 10
          closes: 2027-06-30            | closes: 2027-06-31          | contract.trueDown.closes      | not a day             | 10
          ends: 2027-06-30              | reassignmentDays: 7         | body                          | Duplicate             | 11
          reassignmentDays: 7           | reassignmentDays: -1        | contract.reassignmentDays     | between 0             | 11
          reassignmentDays: 7           | reassignmentDays: 1.5       | contract.reassignmentDays     | a whole number        | 11
          restricted: true              | restricted: perhaps         | restricted                    | true or false         | 12
          suite: [tableau-prep]         | suite: [tableau]            | suite                         | itself                | 13
          suite: [tableau-prep]         | suite: [a, a]               | suite                         | twice                 | 13
          aliases: [Tableau Cloud,      | aliases: [7,                | aliases[0]                    | a text or an object   | 5
          , source: licence-register    |                             | aliases[1].source             | is missing            | 5
          aliases: [Tableau Cloud,      | aliases: [A, A,             | aliases[1]                    | twice                 | 5
          , lowerEntitlement: LIC-Viewer|                             | seats.lowerEntitlement        | is missing            | 19
          action: downgrade             | action: shred               | seats.action                  | downgrade, unassign   | 19
          restorableDays: 14            | pricePerMonth: {amount: 1, currency: EUR}| pricePerMonth    | again                 | 21
          """)
  void namesKeyLineAndReason(String right, String wrong, String key, String reason, int line) {
    // given
    String text = WHOLE.replace(right, wrong == null ? "" : wrong);
    assertThat(text).isNotEqualTo(WHOLE);
    // when
    BadPolicy refused = catchThrowableOfType(BadPolicy.class, () -> application(text));
    // then
    assertThat(refused.key()).isEqualTo(key);
    assertThat(refused.reason()).contains(reason);
    assertThat(refused.line()).hasValue(line);
  }

  @Test
  void aNoticeWithoutAnEndHasNothingToCountFrom() {
    // when
    BadPolicy refused =
        catchThrowableOfType(
            BadPolicy.class, () -> application(WHOLE.replace("  ends: 2027-06-30\n", "")));
    // then
    assertThat(refused.key()).isEqualTo("contract.ends");
    assertThat(refused.line()).hasValue(7);
  }

  private Application application(String text) {
    return (Application) documents.read(PolicyKind.APPLICATION, text).policy();
  }
}
