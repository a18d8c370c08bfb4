package dev.reclaim.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reclaim.events.HolderId;
import dev.reclaim.events.InboxEvent.HolderReported;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PeopleTest {

  private static final Instant MONDAY = Instant.parse("2026-02-02T08:00:00Z");
  private static final Instant TUESDAY = Instant.parse("2026-02-03T08:00:00Z");

  private final People people = new People(List.of());

  @Test
  void theStrongestIdentifierGivesTheIdAndItStays() {
    // given
    HolderId first = people.take(said(MONDAY, PersonText.of().email("ada@example.com")));

    // when
    HolderId later =
        people.take(said(TUESDAY, PersonText.of().number("1001").email("ADA@example.com")));

    // then
    assertThat(first).isEqualTo(HolderId.of("ada@example.com"));
    assertThat(later).isEqualTo(first);
  }

  @Test
  void theLaterStatementHoldsWhicheverArrivesFirst() {
    // given
    people.take(said(TUESDAY, PersonText.of().number("1001").email("new@example.com")));

    // when
    people.take(said(MONDAY, PersonText.of().number("1001").email("old@example.com")));

    // then
    KnownHolder known = people.changed().iterator().next();
    assertThat(known.newest().at()).isEqualTo(TUESDAY);
    assertThat(known.former()).extracting(Object::toString).anyMatch(s -> s.contains("old@"));
    assertThat(people.touchedNames()).contains("old@example.com", "new@example.com");
  }

  @Test
  void twoNumbersAreTwoPeopleThoughTheyShareAnAddress() {
    // given
    HolderId ada = people.take(said(MONDAY, PersonText.of().number("1001").email("a@example.com")));

    // when
    HolderId amy =
        people.take(said(TUESDAY, PersonText.of().number("1002").email("a@example.com")));

    // then
    assertThat(amy).isNotEqualTo(ada);
  }

  @Test
  void aNumberStillTellsApartWhenALaterStatementLeavesItOut() {
    // given
    HolderId ada = people.take(said(MONDAY, PersonText.of().number("1001").upn("a@example.com")));
    people.take(said(TUESDAY, PersonText.of().upn("a@example.com").email("shared@example.com")));

    // when
    HolderId bob =
        people.take(said(TUESDAY, PersonText.of().number("1002").email("shared@example.com")));

    // then
    assertThat(bob).isNotEqualTo(ada);
  }

  @Test
  void aStatementThatMixesUpTwoPeopleIsRefused() {
    // given
    people.take(said(MONDAY, PersonText.of().upn("ada@example.com")));
    people.take(said(MONDAY, PersonText.of().upn("bob@example.com")));

    // when
    Said mixedUp = said(TUESDAY, PersonText.of().upn("ada@example.com").email("bob@example.com"));

    // then
    assertThatThrownBy(() -> people.take(mixedUp))
        .hasMessageContaining("userPrincipalName: 'ada@example.com' belongs to holder")
        .hasMessageContaining("email 'bob@example.com'");
  }

  @Test
  void anEmployeeNumberIsNoLogin() {
    // given
    HolderId ada = people.take(said(MONDAY, PersonText.of().number("1001")));

    // when
    HolderId other = people.take(said(MONDAY, PersonText.of().upn("x@example.com").sam("1001")));

    // then
    assertThat(other).isNotEqualTo(ada);
  }

  @Test
  void aDailyRepeatTouchesNoName() {
    // given
    People known =
        new People(
            List.of(
                KnownHolder.first(
                    HolderId.of("1001"), said(MONDAY, PersonText.of().number("1001")))));

    // when
    known.take(said(TUESDAY, PersonText.of().number("1001")));

    // then
    assertThat(known.changed()).hasSize(1);
    assertThat(known.touchedNames()).isEmpty();
  }

  private static Said said(Instant at, PersonText person) {
    HolderReported report = person.report();
    return new Said(report, at, "event-" + at);
  }
}
