package dev.reclaim.connectors.declarative;

import com.fasterxml.jackson.databind.JsonNode;
import dev.reclaim.connectors.SeatLook;
import java.util.List;
import java.util.Optional;

/** Finds accounts, by label or by id, and knows which are protected. */
final class Finds {

  static final String USER = "user";

  private final Runs runs;
  private final Scope start;
  private final AccountPart account;

  Finds(Runs runs, Scope start, AccountPart account) {
    this.runs = runs;
    this.start = start;
    this.account = account;
  }

  Person byLabel(String label) {
    if (account.refuses(label)) {
      return new Person.None();
    }
    Person person =
        look(
            account.finding().find(),
            start.with("account", label).with("quoted", account.quote(label)));
    return person instanceof Person.One(Scope scope, _, _, _)
            && !account.finding().matches().holds(scope)
        ? new Person.None()
        : person;
  }

  /**
   * By the vendor's own id.
   *
   * @param scope knows {@code id}
   */
  Person byId(Scope scope) {
    return look(account.finding().again(), scope);
  }

  private Person look(List<Move> moves, Scope scope) {
    try {
      Scope found = runs.run(moves, scope).scope();
      JsonNode user = found.value(USER);
      return user.isMissingNode() || user.isNull() ? new Person.None() : person(found);
    } catch (Ended e) {
      if (e.ending() instanceof Ending.TooMany(int count)) {
        return new Person.Many(count);
      }
      throw e;
    }
  }

  private Person.One person(Scope found) {
    return new Person.One(
        found,
        account.fields().id().fill(found),
        account.fields().name().tell(found),
        account.fields().enabled().holds(found));
  }

  /** What it means that nothing answers to an id any more. */
  SeatLook gone(Scope scope) {
    return account
        .fields()
        .gone()
        .<SeatLook>map(proof -> new SeatLook.Absent(proof.tell(scope)))
        .orElseGet(
            () -> new SeatLook.CannotTell("the account is not shown, which here proves nothing"));
  }

  /** Why nothing may be taken from it. */
  Optional<String> protection(Person.One person) {
    Scope known = runs.run(account.guard(), person.scope()).scope();
    return account.protections().stream()
        .filter(protection -> protection.when().holds(known))
        .map(protection -> protection.because().tell(known))
        .findFirst();
  }
}
