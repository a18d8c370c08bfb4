package dev.reclaim.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.rules.Contract.SmallerBill;
import dev.reclaim.rules.Contract.TrueDown;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ContractTest {

  private static final LocalDate OPENS = LocalDate.of(2027, 6, 1);
  private static final LocalDate CLOSES = LocalDate.of(2027, 6, 30);
  private static final LocalDate ENDS = LocalDate.of(2027, 12, 31);
  private static final LocalDate NOTICE = LocalDate.of(2027, 10, 2);

  private final Contract trueDown =
      new Contract(
          Optional.empty(),
          Optional.empty(),
          Optional.of(new TrueDown(OPENS, CLOSES)),
          OptionalInt.empty());
  private final Contract renewing =
      new Contract(
          Optional.of(ENDS), Optional.of(Window.ofDays(90)), Optional.empty(), OptionalInt.empty());

  @Test
  void theBillIsSmallerInTheTrueDown() {
    assertThat(from(trueDown, OPENS.minusDays(1))).contains(OPENS);
    assertThat(from(trueDown, OPENS.plusDays(1))).contains(OPENS.plusDays(1));
    assertThat(from(trueDown, CLOSES)).contains(CLOSES);
    assertThat(from(trueDown, CLOSES.plusDays(1))).isEmpty();
  }

  @Test
  void afterTheEndOnlyIfThereIsTimeForNotice() {
    assertThat(renewing.smallerBill(NOTICE))
        .contains(new SmallerBill(ENDS.plusDays(1), Optional.of(NOTICE)));
    assertThat(renewing.smallerBill(NOTICE.plusDays(1))).isEmpty();
  }

  @Test
  void withoutANoticeUntilTheLastDay() {
    Contract plain =
        new Contract(Optional.of(ENDS), Optional.empty(), Optional.empty(), OptionalInt.empty());
    assertThat(from(plain, ENDS)).contains(ENDS.plusDays(1));
    assertThat(from(plain, ENDS.plusDays(1))).isEmpty();
  }

  @Test
  void whicheverComesFirst() {
    Contract both =
        new Contract(
            Optional.of(ENDS),
            Optional.empty(),
            Optional.of(new TrueDown(OPENS, CLOSES)),
            OptionalInt.empty());
    assertThat(from(both, CLOSES)).contains(CLOSES);
    assertThat(from(both, CLOSES.plusDays(1))).contains(ENDS.plusDays(1));
    assertThat(from(Contract.NONE, OPENS)).isEmpty();
  }

  private static Optional<LocalDate> from(Contract contract, LocalDate today) {
    return contract.smallerBill(today).map(SmallerBill::from);
  }
}
