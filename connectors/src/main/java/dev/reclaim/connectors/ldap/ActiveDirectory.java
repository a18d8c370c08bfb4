package dev.reclaim.connectors.ldap;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import dev.reclaim.connectors.AccountId;
import dev.reclaim.connectors.AccountLook;
import dev.reclaim.connectors.CaptureOutcome;
import dev.reclaim.connectors.Captures;
import dev.reclaim.connectors.ChecksConnection;
import dev.reclaim.connectors.ConnectionCheck;
import dev.reclaim.connectors.Connector;
import dev.reclaim.connectors.Deprovisions;
import dev.reclaim.connectors.Effect;
import dev.reclaim.connectors.FindsAccount;
import dev.reclaim.connectors.ListsSeats;
import dev.reclaim.connectors.RestoreOutcome;
import dev.reclaim.connectors.Restores;
import dev.reclaim.connectors.RevocationOutcome;
import dev.reclaim.connectors.RevocationOutcome.CannotBeRevoked;
import dev.reclaim.connectors.Revokes;
import dev.reclaim.connectors.SavedState;
import dev.reclaim.connectors.SeatListing;
import dev.reclaim.connectors.SeatLook;
import dev.reclaim.connectors.StepLook;
import dev.reclaim.connectors.Verifies;
import dev.reclaim.events.PolicyEvent.SeatAction;
import dev.reclaim.events.PolicyEvent.SeatSource;
import dev.reclaim.events.RevocationEvent.Step;
import dev.reclaim.events.SeatRef;
import dev.reclaim.events.Via;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One directory: all capabilities, each the work of one class of this package. */
final class ActiveDirectory
    implements Connector,
        FindsAccount,
        ListsSeats,
        Captures,
        Revokes,
        Deprovisions,
        Verifies,
        Restores,
        ChecksConnection {

  static final String KIND = "active-directory";

  private final Directory directory;
  private final People people;
  private final Protection protection;
  private final Memberships memberships;

  ActiveDirectory(DirectorySettings settings) {
    this.directory = new Directory(settings);
    this.people = new People(directory);
    this.protection = new Protection(directory, people);
    this.memberships = new Memberships(directory);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Map<SeatAction, Effect> ways() {
    return Map.of(
        SeatAction.UNASSIGN,
        new Effect("What the group gives ends with the next sign-in. Nothing is deleted.", true));
  }

  @Override
  public Map<Step, Effect> steps() {
    return Map.of(
        Step.DISABLE_ACCOUNT,
        new Effect("Nobody can sign in to the account. Groups, mail and files stay.", true));
  }

  @Override
  public AccountLook find(String account) {
    try {
      return switch (people.find(account)) {
        case PersonLook.One(Person person) ->
            new AccountLook.Found(
                new AccountId(person.guid().toString()),
                person.name().toString(),
                person.control().enabled(),
                protection.of(person));
        case PersonLook.None() -> new AccountLook.NotFound();
        case PersonLook.Many(int count) -> new AccountLook.Ambiguous(count);
      };
    } catch (LDAPException e) {
      return new AccountLook.CannotTell(Trouble.of(e, Attempt.toReadAccounts(directory)).why());
    }
  }

  @Override
  public SeatListing list(SeatSource source) {
    try {
      return new SeatListing.Complete(
          new ListsMembers(directory, memberships).of(Groups.named(source)));
    } catch (LDAPException e) {
      return switch (Trouble.of(e, Attempt.toReadGroup(source.entitlement()))) {
        case Trouble.Passing passing -> new SeatListing.Unreadable(passing.why(), "Wait.");
        case Trouble.Lasting(String why, String whatToDo) ->
            new SeatListing.Unreadable(why, whatToDo);
      };
    }
  }

  @Override
  public CaptureOutcome capture(SeatRef seat, SeatSource source, Set<Step> before) {
    try {
      return switch (people.find(seat.account())) {
        case PersonLook.One(Person person) ->
            new CaptureOutcome.Saved(save(person, source, before));
        case PersonLook.None() ->
            new CaptureOutcome.Failed(Labels.unknown(seat.account()), Labels.CORRECT);
        case PersonLook.Many(int count) ->
            new CaptureOutcome.Failed(Labels.ambiguous(seat.account(), count), Labels.CORRECT);
      };
    } catch (LDAPException e) {
      return Trouble.of(e, Attempt.toReadGroup(source.entitlement())).asCapture();
    }
  }

  private SavedState save(Person person, SeatSource source, Set<Step> before) throws LDAPException {
    if (source.entitlement().equals(SeatSource.WHOLE_ACCOUNT)) {
      return SavedAccount.save(person, before);
    }
    DN group = Groups.named(source);
    return SavedAccount.save(
        person, group, memberships.group(group), memberships.isDirect(person, group), before);
  }

  @Override
  public RevocationOutcome revoke(SeatRef seat, SeatSource source) {
    try {
      DN group = Groups.named(source);
      return on(
          seat.account(),
          person -> new FreesSeats(directory, memberships, protection).takeOut(person, group));
    } catch (LDAPException e) {
      return Trouble.of(e, Attempt.toReadGroup(source.entitlement())).asRevocation();
    }
  }

  @Override
  public StepLook look(Step step, String account) {
    if (step != Step.DISABLE_ACCOUNT) {
      return new StepLook.CannotTell(cannot(step));
    }
    return switch (find(account)) {
      case AccountLook.Found found ->
          found.enabled() ? new StepLook.Open() : new StepLook.Done(found.name() + " is disabled");
      case AccountLook.NotFound _ -> new StepLook.CannotTell(Labels.unknown(account));
      case AccountLook.Ambiguous(int count) ->
          new StepLook.CannotTell(Labels.ambiguous(account, count));
      case AccountLook.CannotTell(String why) -> new StepLook.CannotTell(why);
    };
  }

  private static String cannot(Step step) {
    return "A directory has no step " + step + ".";
  }

  @Override
  public RevocationOutcome deprovision(Step step, String account) {
    if (step != Step.DISABLE_ACCOUNT) {
      return new CannotBeRevoked(cannot(step), "Leave this step out for a directory.");
    }
    try {
      return on(account, person -> new DisablesAccounts(directory).disable(person));
    } catch (LDAPException e) {
      return Trouble.of(e, Attempt.toReadAccounts(directory)).asRevocation();
    }
  }

  @Override
  public SeatLook look(SeatRef seat, SeatSource source) {
    try {
      DN group = Groups.named(source);
      return switch (people.find(seat.account())) {
        case PersonLook.One(Person person) -> look(person, group);
        case PersonLook.None() -> new SeatLook.CannotTell(Labels.unknown(seat.account()));
        case PersonLook.Many(int count) ->
            new SeatLook.CannotTell(Labels.ambiguous(seat.account(), count));
      };
    } catch (LDAPException e) {
      return new SeatLook.CannotTell(
          Trouble.of(e, Attempt.toReadGroup(source.entitlement())).why());
    }
  }

  @Override
  public RestoreOutcome restore(SavedState saved) {
    try {
      return new PutsBack(directory, people, memberships)
          .restore(SavedAccount.read(saved), saved.undoes());
    } catch (IllegalArgumentException e) {
      return new RestoreOutcome.Failed(e.getMessage(), "Restore it by hand.");
    }
  }

  @Override
  public ConnectionCheck check(Collection<SeatSource> sources) {
    try {
      return new ChecksPermissions(directory, people).of(sources);
    } catch (LDAPException e) {
      return switch (Trouble.of(e, Attempt.toReadAccounts(directory))) {
        case Trouble.Passing passing ->
            new ConnectionCheck.Unusable(passing.why(), "Correct 'url', or start the directory.");
        case Trouble.Lasting(String why, String whatToDo) ->
            new ConnectionCheck.Unusable(why, whatToDo);
      };
    }
  }

  @Override
  public void close() {
    directory.close();
  }

  @Override
  public String toString() {
    return KIND + " " + directory;
  }

  private SeatLook look(Person person, DN group) throws LDAPException {
    return switch (memberships.of(person, group)) {
      case Membership.Direct _, Membership.Primary _ -> new SeatLook.Present(new Via.Direct());
      case Membership.Inherited(String through) -> new SeatLook.Present(new Via.Group(through));
      case Membership.None() -> new SeatLook.Absent(person.name() + " is not in " + group);
    };
  }

  /** Does something to the one account of that label, unless it is protected. */
  private RevocationOutcome on(String account, Taking taking) throws LDAPException {
    return switch (people.find(account)) {
      case PersonLook.One(Person person) -> {
        Optional<String> refusal = protection.of(person);
        yield refusal.isPresent()
            ? new CannotBeRevoked(refusal.get(), "Do it by hand, if it is meant.")
            : taking.from(person);
      }
      case PersonLook.None() -> new CannotBeRevoked(Labels.unknown(account), Labels.CORRECT);
      case PersonLook.Many(int count) ->
          new CannotBeRevoked(Labels.ambiguous(account, count), Labels.CORRECT);
    };
  }

  /** What is done to an account that may be touched. */
  private interface Taking {
    RevocationOutcome from(Person person) throws LDAPException;
  }
}
