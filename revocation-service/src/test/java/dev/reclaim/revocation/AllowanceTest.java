package dev.reclaim.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.revocation.CallLimits.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AllowanceTest {

  private static final Instant NOW = Given.NOW;
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final Allowance twentyASecond = new Allowance(List.of(new Window(20, SECOND)));

  @Test
  void letsThroughAsManyAsTheWindowAndThenMakesWait() {
    take(twentyASecond, 20, NOW);
    assertThat(twentyASecond.begin(NOW)).isFalse();
    assertThat(twentyASecond.next(NOW)).isEqualTo(NOW.plus(SECOND));
    assertThat(twentyASecond.begin(NOW.plus(SECOND).minusMillis(1))).isFalse();
    assertThat(twentyASecond.begin(NOW.plus(SECOND))).isTrue();
  }

  @Test
  void neverLetsMoreThroughInAnyStretchWheneverTheSystemCountsACall() {
    // given
    Random random = new Random(5);
    TreeMap<Instant, Integer> ends = new TreeMap<>();
    List<Instant> counted = new ArrayList<>();
    Instant now = NOW;

    // when
    for (int i = 0; i < 20_000; i++) {
      now = now.plusMillis(random.nextInt(100) < 3 ? random.nextInt(3_000) : random.nextInt(20));
      while (!ends.isEmpty() && !ends.firstKey().isAfter(now)) {
        Map.Entry<Instant, Integer> ended = ends.pollFirstEntry();
        for (int call = 0; call < ended.getValue(); call++) {
          twentyASecond.end(ended.getKey());
        }
      }
      if (twentyASecond.begin(now)) {
        int length = random.nextInt(400);
        counted.add(now.plusMillis(random.nextInt(length + 1)));
        ends.merge(now.plusMillis(length), 1, Integer::sum);
      }
    }

    // then
    counted.sort(Comparator.naturalOrder());
    assertThat(counted).hasSizeGreaterThan(2_000);
    for (int i = 20; i < counted.size(); i++) {
      assertThat(Duration.between(counted.get(i - 20), counted.get(i)))
          .isGreaterThanOrEqualTo(SECOND);
    }
  }

  @Test
  void countsWhatIsUnderWay() {
    // given
    for (int i = 0; i < 20; i++) {
      assertThat(twentyASecond.begin(NOW)).isTrue();
    }

    // then
    Instant later = NOW.plusSeconds(30);
    assertThat(twentyASecond.begin(later)).isFalse();
    twentyASecond.end(later);
    assertThat(twentyASecond.begin(later.plus(SECOND).minusMillis(1))).isFalse();
    assertThat(twentyASecond.begin(later.plus(SECOND))).isTrue();
  }

  @Test
  void waitsAtLeastAsLongAsTheSystemAsked() {
    // given
    take(twentyASecond, 1, NOW);
    twentyASecond.rest(NOW.plusSeconds(7));
    twentyASecond.rest(NOW.plusSeconds(6));

    // then
    assertThat(twentyASecond.next(NOW)).isEqualTo(NOW.plusSeconds(7));
    assertThat(twentyASecond.begin(NOW.plusSeconds(7).minusMillis(1))).isFalse();
    assertThat(twentyASecond.begin(NOW.plusSeconds(7))).isTrue();
  }

  @Test
  void holdsSeveralWindowsAtATime() {
    // given
    Allowance both =
        new Allowance(List.of(new Window(2, SECOND), new Window(3, Duration.ofMinutes(1))));

    // then
    take(both, 2, NOW);
    assertThat(both.next(NOW)).isEqualTo(NOW.plus(SECOND));
    take(both, 1, NOW.plus(SECOND));
    assertThat(both.next(NOW.plus(SECOND))).isEqualTo(NOW.plus(Duration.ofMinutes(1)));
  }

  @Test
  void tellsHowManyCouldBeMadeSoon() {
    assertThat(twentyASecond.free(NOW, NOW)).isEqualTo(20);
    assertThat(twentyASecond.free(NOW, NOW.plusSeconds(5))).isEqualTo(120);
    take(twentyASecond, 15, NOW);
    assertThat(twentyASecond.free(NOW, NOW)).isEqualTo(5);
    assertThat(twentyASecond.free(NOW, NOW.plus(SECOND))).isEqualTo(25);
    take(twentyASecond, 5, NOW);
    assertThat(twentyASecond.free(NOW, NOW.plus(SECOND).minusMillis(1))).isZero();
    assertThat(twentyASecond.free(NOW, NOW.plus(SECOND))).isEqualTo(20);
    twentyASecond.rest(NOW.plusSeconds(3));
    assertThat(twentyASecond.free(NOW, NOW.plusSeconds(2))).isZero();
    assertThat(new Allowance(List.of()).free(NOW, NOW)).isEqualTo(Integer.MAX_VALUE);
  }

  private static void take(Allowance allowance, int calls, Instant at) {
    for (int i = 0; i < calls; i++) {
      assertThat(allowance.begin(at)).isTrue();
      allowance.end(at);
    }
  }
}
