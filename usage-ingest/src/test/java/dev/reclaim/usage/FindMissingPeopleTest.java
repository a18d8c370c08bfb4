package dev.reclaim.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reclaim.usage.FindMissingPeople.Limits;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FindMissingPeopleTest {

  @ParameterizedTest
  @CsvSource({
    "5, 5, true",
    "6, 6, false",
    "6, 59, false",
    "6, 60, true",
    "100, 1000, true",
    "101, 1000, false",
    "0, 0, true"
  })
  void aShareOrAFewMayBeMissing(int missing, long known, boolean allowed) {
    assertThat(new Limits(0.1, 5).allow(missing, known)).isEqualTo(allowed);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
  void aShareThatIsNoneIsRefused(double share) {
    assertThatThrownBy(() -> new Limits(share, 5)).hasMessageContaining("missing-share");
  }
}
