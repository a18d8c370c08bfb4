package dev.reclaim.connectors.graph;

import com.microsoft.graph.models.User;
import dev.reclaim.connectors.RevocationOutcome;
import dev.reclaim.connectors.RevocationOutcome.AlreadyGone;
import dev.reclaim.connectors.RevocationOutcome.CannotBeRevoked;
import dev.reclaim.connectors.RevocationOutcome.Revoked;
import dev.reclaim.connectors.StepLook;
import java.time.Duration;
import java.time.Instant;

/** Switches accounts off and on, and ends sessions. */
final class Account {

  /**
   * So long the moment from which sessions are valid is taken as a trace of our own call; an older
   * one may stand for a changed password of long ago.
   */
  static final Duration TRACE = Duration.ofMinutes(15);

  private final Graph graph;

  Account(Graph graph) {
    this.graph = graph;
  }

  RevocationOutcome disable(Person person) {
    if (!person.access().enabled()) {
      return new AlreadyGone(person.name() + " is disabled");
    }
    if (person.access().synced()) {
      return new CannotBeRevoked(
          person.name() + " is mastered in Active Directory, which would switch it on again",
          "Disable the account there, by a connection of type active-directory.");
    }
    try {
      enable(person, false);
      return new Revoked();
    } catch (GraphRefused e) {
      return e.trouble().asRevocation();
    }
  }

  void enable(Person person, boolean enabled) throws GraphRefused {
    User change = new User();
    change.setAccountEnabled(enabled);
    graph.change(
        Attempt.toChange(
            "change whether " + person.name() + " is enabled", Permissions.ENABLE_ACCOUNTS),
        client -> client.users().byUserId(person.id()).patch(change));
  }

  RevocationOutcome endSessions(Person person) {
    try {
      graph.change(
          Attempt.toChange("end the sessions of " + person.name(), Permissions.END_SESSIONS),
          client -> client.users().byUserId(person.id()).revokeSignInSessions().post());
      return new Revoked();
    } catch (GraphRefused e) {
      return e.trouble().asRevocation();
    }
  }

  static StepLook lookAtAccess(Person person) {
    return person.access().enabled()
        ? new StepLook.Open()
        : new StepLook.Done(person.name() + " is disabled");
  }

  /** Whoever signs in later has a session again, so only a young moment proves anything. */
  static StepLook lookAtSessions(Person person, Instant now) {
    return person
        .access()
        .sessionsValidFrom()
        .filter(from -> Duration.between(from, now).compareTo(TRACE) < 0)
        .<StepLook>map(from -> new StepLook.Done("sessions from before " + from + " are ended"))
        .orElseGet(StepLook.LeavesNoTrace::new);
  }
}
