package dev.reclaim.connectors.ldap;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ResultCode;
import dev.reclaim.connectors.RevocationOutcome;
import dev.reclaim.connectors.RevocationOutcome.AlreadyGone;
import dev.reclaim.connectors.RevocationOutcome.CannotBeRevoked;
import dev.reclaim.connectors.RevocationOutcome.Revoked;
import java.util.Optional;

/** Takes one account out of one group. */
final class FreesSeats {

  private final Directory directory;
  private final Memberships memberships;
  private final Protection protection;

  FreesSeats(Directory directory, Memberships memberships, Protection protection) {
    this.directory = directory;
    this.memberships = memberships;
    this.protection = protection;
  }

  RevocationOutcome takeOut(Person person, DN group) throws LDAPException {
    return switch (memberships.of(person, group)) {
      case Membership.Direct() -> takeOutUnlessProtected(person, group);
      case Membership.Inherited(String through) ->
          new CannotBeRevoked(
              "%s has the seat through the group %s".formatted(person.name(), through),
              "Take the person out of that group, if nothing else hangs on it.");
      case Membership.Primary() ->
          new CannotBeRevoked(
              "%s is the primary group of %s".formatted(group, person.name()),
              "Give the account another primary group first.");
      case Membership.None() -> new AlreadyGone(person.name() + " is not in " + group);
    };
  }

  private RevocationOutcome takeOutUnlessProtected(Person person, DN group) throws LDAPException {
    Optional<String> refusal = protection.of(group);
    if (refusal.isPresent()) {
      return new CannotBeRevoked(refusal.get(), "Do it by hand, if it is meant.");
    }
    try {
      directory.change(
          group, new Modification(ModificationType.DELETE, "member", person.name().toString()));
      return new Revoked();
    } catch (LDAPException e) {
      if (mayMeanAbsent(e) && !memberships.isDirect(person, group)) {
        return new AlreadyGone("%s left %s at the same moment".formatted(person.name(), group));
      }
      return Trouble.of(e, Attempt.toChangeMembers(group.toString())).asRevocation();
    }
  }

  /** Controllers answer 53 for an absent value and for real refusals; other servers answer 16. */
  private static boolean mayMeanAbsent(LDAPException e) {
    return e.getResultCode().equals(ResultCode.UNWILLING_TO_PERFORM)
        || e.getResultCode().equals(ResultCode.NO_SUCH_ATTRIBUTE);
  }
}
