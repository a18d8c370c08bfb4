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
  private static final Instant LATE = NOW.plus(Duration.ofDays(1));

  private final Allowance twentyASecond = new Allowance(List.of(new Window(20, SECOND)));

  @Test
  void letsThroughAsManyAsTheWindowAndThenMakesWait() {
    for (int i = 0; i < 20; i++) {
      assertThat(twentyASecond.book(NOW, LATE)).contains(NOW);
    }
    assertThat(twentyASecond.book(NOW, LATE)).contains(NOW.plus(SECOND));
  }

  @Test
  void neverLetsMoreThroughInAnyStretchWhoeverAsksWhen() {
    // given
    Random random = new Random(5);
    List<Instant> booked = new ArrayList<>();
    Instant now = NOW;

    // when
    for (int i = 0; i < 2_000; i++) {
      now = now.plusMillis(random.nextInt(100) < 3 ? random.nextInt(3_000) : random.nextInt(20));
      booked.add(twentyASecond.book(now, LATE).orElseThrow());
    }

    // then
    for (int i = 20; i < booked.size(); i++) {
      assertThat(Duration.between(booked.get(i - 20), booked.get(i)))
          .isGreaterThanOrEqualTo(SECOND);
    }
  }

  @Test
  void booksNothingThatWouldBeTooLate() {
    // given
    for (int i = 0; i < 20; i++) {
      twentyASecond.book(NOW, LATE);
    }

    // then
    assertThat(twentyASecond.book(NOW, NOW.plus(SECOND).minusMillis(1))).isEmpty();
    assertThat(twentyASecond.book(NOW, NOW.plus(SECOND))).contains(NOW.plus(SECOND));
  }

  @Test
  void waitsAtLeastAsLongAsTheSystemAsked() {
    // given
    Instant booked = twentyASecond.book(NOW, LATE).orElseThrow();
    twentyASecond.rest(NOW.plusSeconds(7));

    // then
    assertThat(twentyASecond.overtaken(booked)).isTrue();
    assertThat(twentyASecond.book(NOW, LATE)).contains(NOW.plusSeconds(7));
    assertThat(twentyASecond.resting(NOW)).isEqualTo(Duration.ofSeconds(7));
    assertThat(twentyASecond.resting(NOW.plusSeconds(7))).isZero();
  }

  @Test
  void holdsSeveralWindowsAtATime() {
    // given
    Allowance both =
        new Allowance(List.of(new Window(2, SECOND), new Window(3, Duration.ofMinutes(1))));

    // then
    assertThat(both.book(NOW, LATE)).contains(NOW);
    assertThat(both.book(NOW, LATE)).contains(NOW);
    assertThat(both.book(NOW, LATE)).contains(NOW.plus(SECOND));
    assertThat(both.book(NOW, LATE)).contains(NOW.plus(Duration.ofMinutes(1)));
  }

  @Test
  void tellsHowManyCouldBeBookedSoon() {
    assertThat(twentyASecond.free(NOW, NOW.plusSeconds(5))).isEqualTo(20);
    for (int i = 0; i < 30; i++) {
      twentyASecond.book(NOW, LATE);
    }
    assertThat(twentyASecond.free(NOW, NOW)).isZero();
    assertThat(twentyASecond.free(NOW, NOW.plus(SECOND))).isEqualTo(10);
    assertThat(twentyASecond.free(NOW, NOW.plusSeconds(2))).isEqualTo(20);
    assertThat(new Allowance(List.of()).free(NOW, NOW)).isEqualTo(Integer.MAX_VALUE);
  }
}
