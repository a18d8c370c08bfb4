package dev.reclaim.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.events.ApplicationId;
import dev.reclaim.events.SignalEvent.SourceHealth;
import dev.reclaim.events.SignalEvent.SourceHealth.Sees;
import dev.reclaim.events.SourceName;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CoverageTest {

  private static final ApplicationId CRM = new ApplicationId("crm");

  private final Coverage coverage = new Coverage(7);

  @Test
  void aSilenceOfSevenDaysIsStillCoverage() {
    // when
    Instant start = coverage.startOfNewestRun(days(1, 9, 17));

    // then
    assertThat(start).isEqualTo(noonOf(1));
  }

  @Test
  void aSilenceOfEightDaysBeginsAnew() {
    // when
    Instant start = coverage.startOfNewestRun(days(1, 2, 11, 12));

    // then
    assertThat(start).isEqualTo(noonOf(11));
  }

  @Test
  void coverageDoesNotBeginBeforeTheSourceSpokeAboutTheApplication() {
    // given
    SourceSight sight =
        new SourceSight(
            new SourceName("desktop"),
            noonOf(6),
            days(1, 3, 6),
            Map.of(CRM, new SourceSight.Begin(noonOf(3), Sees.ACTIVITY)));

    // when
    SourceHealth health = coverage.of(sight).getFirst();

    // then
    assertThat(health.coverageFrom()).isEqualTo(noonOf(3));
    assertThat(health.lastRecordAt()).isEqualTo(noonOf(6));
    assertThat(health.sees()).hasValue(Sees.ACTIVITY);
  }

  @Test
  void aNewerRecordIsNewsAfterAMinute() {
    // given
    SourceHealth told = new SourceHealth(new SourceName("desktop"), CRM, noonOf(1), noonOf(2));

    // then
    assertThat(Coverage.isNews(with(told, noonOf(2).plusSeconds(59)), told)).isFalse();
    assertThat(Coverage.isNews(with(told, noonOf(2).plusSeconds(60)), told)).isTrue();
  }

  @Test
  void thatASourceNoLongerMeasuresEverythingIsNews() {
    // given
    SourceHealth told =
        new SourceHealth(
            new SourceName("desktop"), CRM, noonOf(1), noonOf(2), Optional.of(Sees.ACTIVITY));
    SourceHealth now =
        new SourceHealth(
            new SourceName("desktop"), CRM, noonOf(1), noonOf(2), Optional.of(Sees.OPENS));

    // then
    assertThat(Coverage.isNews(now, told)).isTrue();
    assertThat(Coverage.isNews(told, told)).isFalse();
  }

  private static SourceHealth with(SourceHealth health, Instant lastRecordAt) {
    return new SourceHealth(
        health.source(), health.application(), health.coverageFrom(), lastRecordAt);
  }

  private static SortedMap<LocalDate, Instant> days(int... ofJanuary) {
    SortedMap<LocalDate, Instant> days = new TreeMap<>();
    IntStream.of(ofJanuary).forEach(day -> days.put(LocalDate.of(2026, 1, day), noonOf(day)));
    return days;
  }

  private static Instant noonOf(int day) {
    return LocalDate.of(2026, 1, day).atTime(12, 0).toInstant(ZoneOffset.UTC);
  }
}
