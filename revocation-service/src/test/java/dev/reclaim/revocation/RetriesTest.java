package dev.reclaim.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RetriesTest {

  private static final Schedule SCHEDULE = Schedule.DEFAULT;
  private final Retries retries = new Retries(SCHEDULE, new Random(7));

  @Test
  void neverComeBackBeforeTheVendorAllowsIt() {
    for (int i = 0; i < 1000; i++) {
      // when
      Optional<Instant> next = retries.next(triedTimes(1), Duration.ofSeconds(40), Given.NOW);

      // then
      assertThat(next.orElseThrow())
          .isBetween(Given.NOW.plusSeconds(40), Given.NOW.plusSeconds(45));
    }
  }

  @Test
  void spreadOverAWaitThatDoublesUpToTheLongest() {
    assertThat(SCHEDULE.most(1)).isEqualTo(Duration.ofSeconds(5));
    assertThat(SCHEDULE.most(2)).isEqualTo(Duration.ofSeconds(10));
    assertThat(SCHEDULE.most(8)).isEqualTo(Duration.ofSeconds(640));
    assertThat(SCHEDULE.most(9)).isEqualTo(Duration.ofMinutes(15));
    assertThat(SCHEDULE.most(10_000)).isEqualTo(Duration.ofMinutes(15));
  }

  @Test
  void endWhenPatienceIsSpent() {
    // given
    Course tried = triedTimes(3);
    Instant end = Given.NOW.plus(SCHEDULE.giveUpAfter());

    // then
    assertThat(retries.next(tried, end)).isPresent();
    assertThat(retries.next(tried, end.plusMillis(1))).isEmpty();
  }

  @Test
  void lookOnlyAFewTimesAtWhatContradictsTheAnswer() {
    assertThat(retries.nextLook(triedTimes(4), Given.NOW)).isPresent();
    assertThat(retries.nextLook(triedTimes(5), Given.NOW)).isEmpty();
  }

  private static Course triedTimes(int times) {
    Course course = Course.START;
    for (int i = 0; i < times; i++) {
      course = course.tryOnceMore(Given.NOW);
    }
    return course;
  }
}
