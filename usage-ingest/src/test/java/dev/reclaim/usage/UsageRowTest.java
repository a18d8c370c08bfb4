package dev.reclaim.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.events.InboxEvent.UsageReported;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageRowTest {

  @Test
  void isKeptUnderTheSendersNamesWhateverTheirCase() {
    // when
    UsageRow row = UsageRow.of(use("2026-02-03T23:59:59Z", Optional.of(90L)), "desktop");

    // then
    assertThat(row.key())
        .isEqualTo(new UsageRow.Key("ada@example.com", "crm", "desktop", LocalDate.of(2026, 2, 3)));
    assertThat(row.unmeasured()).isZero();
  }

  @Test
  void addsUpTheSameInEitherOrder() {
    // given
    UsageRow measured = UsageRow.of(use("2026-02-03T08:00:00Z", Optional.of(90L)), "desktop");
    UsageRow unmeasured = UsageRow.of(use("2026-02-03T07:00:00Z", Optional.empty()), "desktop");

    // when
    UsageRow sum = measured.plus(unmeasured);

    // then
    assertThat(sum).isEqualTo(unmeasured.plus(measured));
    assertThat(sum.seconds()).isEqualTo(90);
    assertThat(sum.opens()).isEqualTo(2);
    assertThat(sum.unmeasured()).isEqualTo(1);
    assertThat(sum.lastUse()).isEqualTo(Instant.parse("2026-02-03T08:00:00Z"));
  }

  @Test
  void featuresAreKnownWhenEveryReportNamesIts() {
    // given
    UsageRow view = UsageRow.of(used("view"), "desktop");
    UsageRow edit = UsageRow.of(used(" edit "), "desktop");
    UsageRow unnamed = UsageRow.of(used(" "), "desktop");

    // then
    assertThat(view.plus(edit).features()).hasValue(Set.of("edit", "view"));
    assertThat(view.plus(unnamed).features()).isEmpty();
    assertThat(unnamed.plus(view).features()).isEmpty();
  }

  @Test
  void moreNamesThanThereCanBeFeaturesAreNone() {
    // when
    UsageRow hundred =
        IntStream.range(0, 100)
            .mapToObj(i -> UsageRow.of(used("f" + i), "desktop"))
            .reduce(UsageRow::plus)
            .orElseThrow();

    // then
    assertThat(hundred.features().orElseThrow()).hasSize(100);
    assertThat(hundred.plus(UsageRow.of(used("one more"), "desktop")).features()).isEmpty();
  }

  private static UsageReported used(String feature) {
    return new UsageReported(
        "ada",
        "CRM",
        Instant.parse("2026-02-03T08:00:00Z"),
        Optional.of(1L),
        Optional.empty(),
        Optional.of(feature));
  }

  @ParameterizedTest
  @CsvSource({
    "/Agents/Desktop, agents-desktop",
    "desktop, desktop",
    "https://example.com/feed?x=1, https-example-com-feed-x-1"
  })
  void sendersAreRememberedAsSlugs(String source, String slug) {
    assertThat(SourceNames.of(source).value()).isEqualTo(slug);
  }

  @Test
  void longSendersStayApart() {
    // given
    String start = "a".repeat(100);

    // then
    assertThat(SourceNames.of(start + "1")).isNotEqualTo(SourceNames.of(start + "2"));
    assertThat(SourceNames.of("///").value()).startsWith("source-");
  }

  private static UsageReported use(String at, Optional<Long> seconds) {
    return new UsageReported(
        " Ada@Example.com", "CRM ", Instant.parse(at), seconds, Optional.empty(), Optional.empty());
  }
}
