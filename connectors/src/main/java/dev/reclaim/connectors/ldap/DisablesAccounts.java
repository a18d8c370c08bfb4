package dev.reclaim.connectors.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import dev.reclaim.connectors.RevocationOutcome;
import dev.reclaim.connectors.RevocationOutcome.AlreadyGone;
import dev.reclaim.connectors.RevocationOutcome.Revoked;
import dev.reclaim.connectors.RevocationOutcome.TryLater;
import java.time.Duration;

/** Keeps the owner of an account from signing in. */
final class DisablesAccounts {

  private final Directory directory;

  DisablesAccounts(Directory directory) {
    this.directory = directory;
  }

  RevocationOutcome disable(Person person) {
    if (!person.control().enabled()) {
      return new AlreadyGone(person.name() + " is disabled");
    }
    try {
      directory.change(person.name(), person.control().changeTo(person.control().disable()));
      return new Revoked();
    } catch (LDAPException e) {
      return isOvertaken(e)
          ? new TryLater(
              Duration.ofSeconds(5),
              "somebody else changed " + person.name() + " at the same moment")
          : Trouble.of(e, Attempt.toChangeAccount(person)).asRevocation();
    }
  }

  /** The old value was not there any more. */
  static boolean isOvertaken(LDAPException e) {
    return e.getResultCode().equals(ResultCode.NO_SUCH_ATTRIBUTE);
  }
}
