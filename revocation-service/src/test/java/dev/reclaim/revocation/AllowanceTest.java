package dev.reclaim.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.revocation.CallLimits.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AllowanceTest {

  private static final Instant NOW = Given.NOW;
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final Allowance twentyASecond = new Allowance(List.of(new Window(20, SECOND)));

  @Test
  void letsThroughAsManyAsTheWindowAndThenMakesWait() {
    take(twentyASecond, 20);
    assertThat(twentyASecond.book(NOW)).isFalse();
    assertThat(twentyASecond.next(NOW)).isEqualTo(NOW.plus(SECOND));
    assertThat(twentyASecond.book(NOW.plus(SECOND).minusMillis(1))).isFalse();
    assertThat(twentyASecond.book(NOW.plus(SECOND))).isTrue();
  }

  @Test
  void neverLetsMoreThroughInAnyStretchWhoeverAsksWhen() {
    // given
    Random random = new Random(5);
    List<Instant> booked = new ArrayList<>();
    Instant now = NOW;

    // when
    for (int i = 0; i < 20_000; i++) {
      now = now.plusMillis(random.nextInt(100) < 3 ? random.nextInt(3_000) : random.nextInt(20));
      if (twentyASecond.book(now)) {
        booked.add(now);
      }
    }

    // then
    assertThat(booked).hasSizeGreaterThan(2_000);
    for (int i = 20; i < booked.size(); i++) {
      assertThat(Duration.between(booked.get(i - 20), booked.get(i)))
          .isGreaterThanOrEqualTo(SECOND);
    }
  }

  @Test
  void waitsAtLeastAsLongAsTheSystemAsked() {
    // given
    take(twentyASecond, 1);
    twentyASecond.rest(NOW.plusSeconds(7));
    twentyASecond.rest(NOW.plusSeconds(6));

    // then
    assertThat(twentyASecond.next(NOW)).isEqualTo(NOW.plusSeconds(7));
    assertThat(twentyASecond.book(NOW.plusSeconds(7).minusMillis(1))).isFalse();
    assertThat(twentyASecond.book(NOW.plusSeconds(7))).isTrue();
  }

  @Test
  void holdsSeveralWindowsAtATime() {
    // given
    Allowance both =
        new Allowance(List.of(new Window(2, SECOND), new Window(3, Duration.ofMinutes(1))));

    // then
    take(both, 2);
    assertThat(both.next(NOW)).isEqualTo(NOW.plus(SECOND));
    assertThat(both.book(NOW.plus(SECOND))).isTrue();
    assertThat(both.next(NOW.plus(SECOND))).isEqualTo(NOW.plus(Duration.ofMinutes(1)));
  }

  @Test
  void tellsHowManyCouldBeMadeSoon() {
    assertThat(twentyASecond.free(NOW, NOW)).isEqualTo(20);
    assertThat(twentyASecond.free(NOW, NOW.plusSeconds(5))).isEqualTo(120);
    take(twentyASecond, 15);
    assertThat(twentyASecond.free(NOW, NOW)).isEqualTo(5);
    assertThat(twentyASecond.free(NOW, NOW.plus(SECOND))).isEqualTo(25);
    take(twentyASecond, 5);
    assertThat(twentyASecond.free(NOW, NOW.plus(SECOND).minusMillis(1))).isZero();
    assertThat(twentyASecond.free(NOW, NOW.plus(SECOND))).isEqualTo(20);
    twentyASecond.rest(NOW.plusSeconds(3));
    assertThat(twentyASecond.free(NOW, NOW.plusSeconds(2))).isZero();
    assertThat(new Allowance(List.of()).free(NOW, NOW)).isEqualTo(Integer.MAX_VALUE);
  }

  private static void take(Allowance allowance, int calls) {
    for (int i = 0; i < calls; i++) {
      assertThat(allowance.book(NOW)).isTrue();
    }
  }
}
