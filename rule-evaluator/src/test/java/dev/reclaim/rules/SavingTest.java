package dev.reclaim.rules;

import static dev.reclaim.rules.ASeat.seat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.rules.documents.PolicyDocuments;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SavingTest {

  private static final String APPLICATION =
      """
      kind: application
      name: tableau
      title: Tableau
      tiers:
        - {name: standard, price: {amount: 70.00, currency: EUR}}
        - {name: lite, price: {amount: 15.00, currency: EUR}}
      """;
  private static final String TAKE =
      "{kind: rule, name: r, title: R, ask: nobody, when: {holderLeft: {}}}";
  private static final String DOWNGRADE =
      TAKE.replace("ask: nobody", "ask: nobody, action: downgrade, toTier: lite");

  private final PolicyDocuments documents = new PolicyDocuments();

  @Test
  void aSeatThatIsTakenSavesItsPriceAndADowngradeTheDifference() {
    assertThat(saving(TAKE, APPLICATION)).isEqualTo("Optional[70.00 EUR]");
    assertThat(saving(DOWNGRADE, APPLICATION)).isEqualTo("Optional[55.00 EUR]");
  }

  @Test
  void whatCannotBeComparedIsNotKnown() {
    assertThat(saving(DOWNGRADE, APPLICATION.replace("15.00, currency: EUR", "15, currency: USD")))
        .isEqualTo("Optional.empty");
    assertThat(saving(DOWNGRADE, APPLICATION.replace("15.00", "71.00")))
        .isEqualTo("Optional.empty");
    assertThat(saving(DOWNGRADE, APPLICATION.replace("15.00", "70.00")))
        .isEqualTo("Optional[0.00 EUR]");
  }

  private String saving(String rule, String application) {
    Application known = (Application) documents.read(PolicyKind.APPLICATION, application).policy();
    SeatCase one = new SeatCase(seat().facts(), Optional.of(known), List.of());
    return one.savingPerMonth((Rule) documents.read(PolicyKind.RULE, rule).policy()).toString();
  }
}
