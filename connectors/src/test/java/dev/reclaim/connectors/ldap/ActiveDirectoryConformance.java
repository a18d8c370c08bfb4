package dev.reclaim.connectors.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.ModificationType;
import dev.reclaim.connectors.AccountLook;
import dev.reclaim.connectors.Deprovisions;
import dev.reclaim.connectors.FindsAccount;
import dev.reclaim.connectors.RevocationOutcome;
import dev.reclaim.connectors.RevocationOutcome.CannotBeRevoked;
import dev.reclaim.connectors.Revokes;
import dev.reclaim.connectors.conformance.ChecksConnectionConformance;
import dev.reclaim.connectors.conformance.DeprovisionsConformance;
import dev.reclaim.connectors.conformance.FindsAccountConformance;
import dev.reclaim.connectors.conformance.InheritedSeatsConformance;
import dev.reclaim.connectors.conformance.ListsSeatsConformance;
import dev.reclaim.connectors.conformance.NamedSourcesConformance;
import dev.reclaim.connectors.conformance.RestoresConformance;
import dev.reclaim.connectors.conformance.RevokesConformance;
import dev.reclaim.connectors.conformance.VerifiesConformance;
import dev.reclaim.events.RevocationEvent.Step;
import dev.reclaim.events.SeatRef;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** All capabilities, and what only a directory knows: many names, primary and protected groups. */
interface ActiveDirectoryConformance
    extends FindsAccountConformance,
        ListsSeatsConformance,
        RevokesConformance,
        DeprovisionsConformance,
        VerifiesConformance,
        RestoresConformance,
        InheritedSeatsConformance,
        NamedSourcesConformance,
        ChecksConnectionConformance {

  @Override
  DirectoryStage stage();

  /** The login that the connection signs in with, by its sAMAccountName. */
  String ownLogin();

  private AccountLook find(String label) {
    return stage().connector().as(FindsAccount.class).orElseThrow().find(label);
  }

  private RevocationOutcome revoke(SeatRef seat) {
    return stage().connector().as(Revokes.class).orElseThrow().revoke(seat, stage().source());
  }

  @Test
  default void findsTheSameAccountByEachOfItsNames() {
    // given
    SeatRef seat = stage().seatNotHeld();
    String login = seat.account().replace("@example.com", "");
    String mail = stage().read(stage().nameOf(seat), "mail").getAttributeValue("mail");
    // when
    AccountLook byPrincipal = find(seat.account());
    AccountLook byLogin = find(login.toUpperCase(Locale.ROOT));
    AccountLook byMail = find(mail.toLowerCase(Locale.ROOT));
    // then
    assertThat(byPrincipal).isInstanceOf(AccountLook.Found.class);
    assertThat(byLogin).isEqualTo(byPrincipal);
    assertThat(byMail).isEqualTo(byPrincipal);
  }

  @Test
  default void refusesALabelThatTwoAccountsShare() {
    // given
    SeatRef one = stage().seatHeldDirectly();
    SeatRef other = stage().seatNotHeld();
    stage().change(stage().nameOf(other), ModificationType.REPLACE, "mail", one.account());
    // when
    AccountLook look = find(one.account());
    RevocationOutcome outcome = revoke(one);
    // then
    assertThat(look).isEqualTo(new AccountLook.Ambiguous(2));
    assertThat(outcome).isInstanceOf(CannotBeRevoked.class);
    assertThat(stage().hasSeat(one)).isTrue();
  }

  @Test
  default void neverTakesFromItsOwnLogin() {
    // given
    String own = ownLogin();
    // when
    RevocationOutcome outcome =
        stage()
            .connector()
            .as(Deprovisions.class)
            .orElseThrow()
            .deprovision(Step.DISABLE_ACCOUNT, own);
    // then
    assertThat(outcome)
        .isInstanceOfSatisfying(
            CannotBeRevoked.class,
            refused -> assertThat(refused.why()).contains("the login of this connection itself"));
  }

  @Test
  default void protectsANewAdministratorBeforeTheDirectoryMarksIt() {
    // given
    SeatRef seat = stage().seatHeldDirectly();
    stage().putIn("CN=Domain Admins,CN=Users," + stage().domain(), seat);
    stage().change(stage().nameOf(seat), ModificationType.REPLACE, "adminCount", "0");
    // when
    RevocationOutcome outcome = revoke(seat);
    // then
    assertThat(outcome)
        .isInstanceOfSatisfying(
            CannotBeRevoked.class,
            refused -> assertThat(refused.why()).contains("protected group"));
    assertThat(stage().hasSeat(seat)).isTrue();
  }

  @Test
  default void takesNobodyOutOfAProtectedGroup() {
    // given
    SeatRef seat = stage().seatHeldDirectly();
    stage().change(stage().group(), ModificationType.REPLACE, "adminCount", "1");
    // when
    RevocationOutcome outcome = revoke(seat);
    // then
    assertThat(outcome).isInstanceOf(CannotBeRevoked.class);
    assertThat(stage().hasSeat(seat)).isTrue();
  }

  @Test
  default void takesNothingWhenASeatIsDirectAndInherited() {
    // given
    SeatRef seat = stage().seatHeldDirectly();
    stage().putIn(stage().team(), seat);
    // when
    RevocationOutcome outcome = revoke(seat);
    // then
    assertThat(outcome)
        .isInstanceOfSatisfying(
            CannotBeRevoked.class, refused -> assertThat(refused.why()).contains(stage().team()));
    assertThat(stage().read(stage().group(), "member").getAttributeValues("member")).hasSize(2);
  }

  @Test
  default void cannotTakeAnybodyOutOfTheirPrimaryGroup() {
    // given
    SeatRef seat = stage().seatHeldDirectly();
    String number =
        stage().read(stage().group(), "primaryGroupToken").getAttributeValue("primaryGroupToken");
    stage().change(stage().nameOf(seat), ModificationType.REPLACE, "primaryGroupID", number);
    // when
    RevocationOutcome outcome = revoke(seat);
    // then
    assertThat(outcome)
        .isInstanceOfSatisfying(
            CannotBeRevoked.class, refused -> assertThat(refused.why()).contains("primary group"));
  }
}
