package dev.reclaim.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DifferenceTest {

  @Test
  void namesEachKeyWithWhatItSaidAndSays() {
    // given
    Map<String, Object> before =
        Map.of(
            "title",
            "Idle",
            "when",
            Map.of("all", List.of(Map.of("unusedFor", Map.of("time", "P90D")))));
    Map<String, Object> after =
        Map.of(
            "title", "Idle",
            "mode", "enforce",
            "when", Map.of("all", List.of(Map.of("unusedFor", Map.of("time", "P60D")))));
    // then
    assertThat(Difference.between(before, after))
        .containsExactlyInAnyOrder(
            new Difference("mode", Optional.empty(), Optional.of("enforce")),
            new Difference("when.all[0].unusedFor.time", Optional.of("P90D"), Optional.of("P60D")));
  }

  @Test
  void aListThatGrewOrShrankNamesItsPlaces() {
    assertThat(
            Difference.between(Map.of("suite", List.of("a")), Map.of("suite", List.of("a", "b"))))
        .containsExactly(new Difference("suite[1]", Optional.empty(), Optional.of("b")));
    assertThat(
            Difference.between(Map.of("suite", List.of("a", "b")), Map.of("suite", List.of("b"))))
        .containsExactly(
            new Difference("suite[0]", Optional.of("a"), Optional.of("b")),
            new Difference("suite[1]", Optional.of("b"), Optional.empty()));
  }

  @Test
  void numbersDifferByValueAndNotByNotation() {
    assertThat(
            Difference.between(
                Map.of("amount", new BigDecimal("14.50")),
                Map.of("amount", new BigDecimal("14.5"))))
        .isEmpty();
    assertThat(Difference.between(Map.of("amount", 14), Map.of("amount", new BigDecimal("14.00"))))
        .isEmpty();
    assertThat(Difference.between(Map.of("amount", 14), Map.of("amount", 15))).hasSize(1);
  }

  @Test
  void whatIsGoneIsADifferenceToo() {
    assertThat(Difference.between(Map.of("owner", "ada"), Map.of()))
        .containsExactly(new Difference("owner", Optional.of("ada"), Optional.empty()));
  }
}
