package dev.reclaim.connectors.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.reclaim.connectors.AccountLook;
import dev.reclaim.connectors.Connector;
import dev.reclaim.connectors.FindsAccount;
import dev.reclaim.events.SeatRef;
import org.junit.jupiter.api.Test;

/** What everyone who finds accounts must do. */
public interface FindsAccountConformance {

  Stage stage();

  private AccountLook find(Connector connector, String account) {
    return On.can(connector, FindsAccount.class).find(account);
  }

  @Test
  default void findsAnEnabledAccount() {
    // given
    SeatRef seat = stage().seatHeldDirectly();
    // when
    AccountLook look = find(stage().connector(), seat.account());
    // then
    assertThat(look)
        .isInstanceOfSatisfying(
            AccountLook.Found.class,
            found -> {
              assertThat(found.enabled()).isTrue();
              assertThat(found.protectedBecause()).isEmpty();
            });
  }

  @Test
  default void seesThatAnAccountIsDisabled() {
    assumeThat(stage().accountsCanBeDisabled()).isTrue();
    // given
    SeatRef seat = stage().seatHeldDirectly();
    stage().disable(seat);
    // when
    AccountLook look = find(stage().connector(), seat.account());
    // then
    assertThat(look)
        .isInstanceOfSatisfying(
            AccountLook.Found.class, found -> assertThat(found.enabled()).isFalse());
  }

  @Test
  default void keepsTheIdOfARenamedAccount() {
    // given
    SeatRef seat = stage().seatHeldDirectly();
    AccountLook.Found before = (AccountLook.Found) find(stage().connector(), seat.account());
    stage().renameAndMove(seat);
    // when
    AccountLook look = find(stage().connector(), seat.account());
    // then
    assertThat(look)
        .isInstanceOfSatisfying(
            AccountLook.Found.class,
            found -> {
              assertThat(found.id()).isEqualTo(before.id());
              assertThat(found.name()).isNotEqualTo(before.name());
            });
  }

  @Test
  default void saysWhyAnAccountIsProtected() {
    // given
    SeatRef seat = stage().seatOfProtected();
    // when
    AccountLook look = find(stage().connector(), seat.account());
    // then
    assertThat(look)
        .isInstanceOfSatisfying(
            AccountLook.Found.class,
            found -> assertThat(found.protectedBecause().orElse("")).contains("protected"));
  }

  @Test
  default void findsNobodyForAnUnknownLabel() {
    // given
    String unknown = stage().seatOfNobody().account();
    // when
    AccountLook look = find(stage().connector(), unknown);
    // then
    assertThat(look).isEqualTo(new AccountLook.NotFound());
  }

  @Test
  default void takesAStarInALabelAsAStar() {
    // given
    String account = stage().seatHeldDirectly().account();
    // when
    AccountLook look = find(stage().connector(), account.substring(0, 2) + "*");
    // then
    assertThat(look).isEqualTo(new AccountLook.NotFound());
  }

  @Test
  default void cannotTellWithAWrongPassword() {
    // given
    SeatRef seat = stage().seatHeldDirectly();
    // when
    AccountLook look = find(stage().withWrongPassword(), seat.account());
    // then
    assertThat(look).isInstanceOf(AccountLook.CannotTell.class);
    assertThat(look.toString()).contains(stage().secret()).doesNotContain(stage().wrongPassword());
  }

  @Test
  default void cannotTellWhenNobodyAnswers() {
    // given
    SeatRef seat = stage().seatHeldDirectly();
    // when
    AccountLook look = find(stage().unreachable(), seat.account());
    // then
    assertThat(look)
        .isInstanceOfSatisfying(
            AccountLook.CannotTell.class,
            cannot -> assertThat(cannot.why()).contains("cannot be reached"));
  }
}
