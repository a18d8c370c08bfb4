package dev.reclaim.usage;

import dev.reclaim.events.HolderId;
import dev.reclaim.events.Identifier;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A holder with the newest statement about it, and with all names it ever went by: use under a
 * former name is still that holder's use.
 */
public record KnownHolder(HolderId id, Said newest, Set<Identifier> former) {

  public KnownHolder {
    former = Set.copyOf(former);
  }

  static KnownHolder first(HolderId id, Said said) {
    return new KnownHolder(id, said, Set.of());
  }

  /** This holder after another statement, in whichever order the two were made. */
  KnownHolder hearing(Said said) {
    Said newer = said.compareTo(newest) > 0 ? said : newest;
    Set<String> current =
        newer.identifiers().stream().map(KnownHolder::name).collect(Collectors.toSet());
    Set<String> seen = new LinkedHashSet<>(current);
    Set<Identifier> others = new LinkedHashSet<>();
    Stream.of(former.stream(), newest.identifiers().stream(), said.identifiers().stream())
        .flatMap(names -> names)
        .filter(identifier -> seen.add(name(identifier)))
        .forEach(others::add);
    return new KnownHolder(id, newer, others);
  }

  Stream<Identifier> names() {
    return Stream.concat(newest.identifiers().stream(), former.stream());
  }

  /** Whether it goes, or went, by this name. Employee numbers are not logins, and reverse. */
  boolean goesBy(Identifier identifier) {
    return names().anyMatch(own -> matches(own, identifier));
  }

  boolean goesByNow(Identifier identifier) {
    return newest.identifiers().stream().anyMatch(own -> matches(own, identifier));
  }

  /**
   * Whether its employee number says that the statement is about somebody else. A number that was
   * ever known counts, though the newest statement leaves it out.
   */
  boolean isSomebodyElse(Said said) {
    Set<String> numbers =
        names()
            .filter(identifier -> identifier.kind() == Identifier.Kind.EMPLOYEE_NUMBER)
            .map(Identifier::normalised)
            .collect(Collectors.toSet());
    return !numbers.isEmpty()
        && said.employeeNumber().filter(number -> !numbers.contains(number)).isPresent();
  }

  private static boolean matches(Identifier own, Identifier other) {
    boolean bothNumbers =
        own.kind() == Identifier.Kind.EMPLOYEE_NUMBER
            && other.kind() == Identifier.Kind.EMPLOYEE_NUMBER;
    boolean bothLogins =
        own.kind() != Identifier.Kind.EMPLOYEE_NUMBER
            && other.kind() != Identifier.Kind.EMPLOYEE_NUMBER;
    return (bothNumbers || bothLogins) && own.normalised().equals(other.normalised());
  }

  private static String name(Identifier identifier) {
    return identifier.kind() + ":" + identifier.normalised();
  }
}
