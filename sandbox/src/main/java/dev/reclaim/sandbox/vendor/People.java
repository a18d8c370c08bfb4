package dev.reclaim.sandbox.vendor;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** The accounts of one vendor, and the scenes that can be set with them. */
public final class People implements Scenes {

  /** How seat and account hang together. */
  public enum Tie {
    /** An account goes on without a seat. */
    NONE,
    /** As that, and there is no such thing as a disabled account. */
    NEVER_DISABLED,
    /** Freeing the seat switches the account off, but not the other way round. */
    FREEING_DISABLES,
    /** Switching the account off frees the seat, but not the other way round. */
    DISABLING_FREES,
    /** Switching the account off frees the seat, and the other way round. */
    SAME
  }

  /**
   * How a vendor's seats are.
   *
   * @param missing a name of a seat that is not there; empty if there is only one kind
   * @param lower what is left after a downgrade
   * @param givingGroup through which seats are inherited; empty if they never are
   * @param tie how seat and account hang together
   * @param changes how many changes the mildest way makes
   */
  public record Kind(
      String entitlement,
      Optional<String> missing,
      Optional<String> lower,
      Optional<String> givingGroup,
      Tie tie,
      int changes) {

    public Kind tie(Tie to) {
      return new Kind(entitlement, missing, lower, givingGroup, to, changes);
    }

    /** Every account is a seat. */
    public static Kind accounts() {
      return new Kind("account", Optional.empty(), Optional.empty(), Optional.empty(), Tie.SAME, 1);
    }

    /** Seats by name, beside accounts. */
    public static Kind named(String entitlement, String missing) {
      return new Kind(
          entitlement, Optional.of(missing), Optional.empty(), Optional.empty(), Tie.NONE, 1);
    }

    public Kind lower(String lower) {
      return new Kind(entitlement, missing, Optional.of(lower), givingGroup, tie, changes);
    }

    public Kind givingGroup(String group) {
      return new Kind(entitlement, missing, lower, Optional.of(group), tie, changes);
    }

    public Kind changes(int many) {
      return new Kind(entitlement, missing, lower, givingGroup, tie, many);
    }
  }

  private final Map<String, Person> byId = new LinkedHashMap<>();
  private final String prefix;
  private final Kind kind;
  private final Consumer<Person> seated;
  private Function<Person, String> nameInUsage = Person::id;
  private int next = 1;

  /**
   * Nobody yet.
   *
   * @param prefix of ids
   * @param seated what else the vendor does for an account that gets a seat
   */
  public People(String prefix, Kind kind, Consumer<Person> seated) {
    this.prefix = prefix;
    this.kind = kind;
    this.seated = seated;
  }

  public People(String prefix, Kind kind) {
    this(prefix, kind, _ -> {});
  }

  /** By which name reports of use know somebody; by the id if nobody says otherwise. */
  People inUsageAs(Function<Person, String> name) {
    nameInUsage = name;
    return this;
  }

  /** Numbers people from there on, so that several groups of them have no names in common. */
  People from(int first) {
    next = first;
    return this;
  }

  public synchronized Collection<Person> all() {
    return List.copyOf(byId.values());
  }

  public synchronized Optional<Person> byId(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  public synchronized Optional<Person> byEmail(String email) {
    return byId.values().stream()
        .filter(person -> person.email().equalsIgnoreCase(email))
        .findFirst();
  }

  public synchronized Person add() {
    String id = prefix + (100 + next);
    Person person = new Person(id, "t" + next + "@example.com");
    next++;
    byId.put(id, person);
    return person;
  }

  public synchronized void remove(Person person) {
    byId.remove(person.id());
  }

  private Person the(String account) {
    return byEmail(account)
        .orElseThrow(() -> new IllegalArgumentException("account: nobody is " + account));
  }

  @Override
  public String entitlement() {
    return kind.entitlement();
  }

  @Override
  public Optional<String> missingEntitlement() {
    return kind.missing();
  }

  @Override
  public Optional<String> lowerEntitlement() {
    return kind.lower();
  }

  @Override
  public boolean staysEnabledWithoutSeat() {
    return kind.tie() != Tie.FREEING_DISABLES && kind.tie() != Tie.SAME;
  }

  @Override
  public boolean seatEndsWithAccount() {
    return kind.tie() == Tie.SAME || kind.tie() == Tie.DISABLING_FREES;
  }

  @Override
  public boolean accountsCanBeDisabled() {
    return kind.tie() != Tie.NEVER_DISABLED;
  }

  @Override
  public int changesToTake() {
    return kind.changes();
  }

  @Override
  public synchronized String personWithoutSeat() {
    Person person = add();
    person.active(kind.tie() != Tie.SAME);
    return person.email();
  }

  @Override
  public synchronized String personWithSeat() {
    Person person = add();
    person.seat(true);
    seated.accept(person);
    return person.email();
  }

  @Override
  public synchronized Optional<String> personWithInheritedSeat() {
    if (kind.givingGroup().isEmpty()) {
      return Optional.empty();
    }
    Person person = add();
    person.inherited(true);
    return Optional.of(person.email());
  }

  @Override
  public String givingGroup() {
    return kind.givingGroup().orElse("");
  }

  @Override
  public synchronized String protectedPerson() {
    String email = personWithSeat();
    the(email).administrator(true);
    return email;
  }

  @Override
  public synchronized boolean hasSeat(String account) {
    Person person = the(account);
    return kind.tie() == Tie.SAME ? person.active() : person.seat() || person.inherited();
  }

  @Override
  public synchronized boolean isEnabled(String account) {
    return the(account).active();
  }

  @Override
  public synchronized void disable(String account) {
    the(account).active(!accountsCanBeDisabled());
    if (kind.tie() == Tie.DISABLING_FREES) {
      the(account).seat(false);
    }
  }

  @Override
  public synchronized void rename(String account) {
    the(account).rename("renamed-" + the(account).name());
  }

  @Override
  public synchronized void delete(String account) {
    remove(the(account));
  }

  @Override
  public synchronized void use(String account) {
    the(account).usedAt(Instant.now());
  }

  @Override
  public synchronized String nameInUsage(String account) {
    return nameInUsage.apply(the(account));
  }
}
