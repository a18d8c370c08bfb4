package dev.reclaim.usage;

import dev.reclaim.events.Identifier;
import dev.reclaim.events.Identifier.Kind;
import dev.reclaim.events.InboxEvent.HolderReported;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What somebody said about one holder, whole. Of two statements the later one holds, whichever
 * arrives first; at the same moment the greater event id decides.
 *
 * @param at the time of the event, to the microsecond
 */
public record Said(HolderReported report, Instant at, String eventId) implements Comparable<Said> {

  private static final Comparator<Said> BY_TIME =
      Comparator.comparing(Said::at).thenComparing(Said::eventId);

  public Said {
    at = at.truncatedTo(ChronoUnit.MICROS);
  }

  @Override
  public int compareTo(Said other) {
    return BY_TIME.compare(this, other);
  }

  public List<Identifier> identifiers() {
    return identifiersOf(report);
  }

  /** The employee number, in the form in which it is compared. */
  public Optional<String> employeeNumber() {
    return identifiers().stream()
        .filter(identifier -> identifier.kind() == Kind.EMPLOYEE_NUMBER)
        .map(Identifier::normalised)
        .findFirst();
  }

  /**
   * All that names the holder, strongest first, blank ones left out.
   *
   * @throws IllegalArgumentException if none is left, or one is too long
   */
  static List<Identifier> identifiersOf(HolderReported report) {
    List<Identifier> found = new ArrayList<>();
    add(found, Kind.EMPLOYEE_NUMBER, "employeeNumber", report.employeeNumber());
    add(found, Kind.USER_PRINCIPAL_NAME, "userPrincipalName", report.userPrincipalName());
    add(found, Kind.EMAIL, "email", report.email());
    add(found, Kind.SAM_ACCOUNT_NAME, "samAccountName", report.samAccountName());
    report
        .otherAccounts()
        .forEach(other -> add(found, Kind.OTHER, "otherAccounts", Optional.of(other)));
    if (found.isEmpty()) {
      throw new IllegalArgumentException(
          "employeeNumber: is blank, and so is every other identifier");
    }
    return List.copyOf(found);
  }

  private static void add(List<Identifier> found, Kind kind, String field, Optional<String> value) {
    value
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .ifPresent(
            text -> {
              Admission.clean(field, text)
                  .ifPresent(
                      reason -> {
                        throw new IllegalArgumentException(reason);
                      });
              try {
                found.add(new Identifier(kind, text));
              } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                    e.getMessage().replaceFirst("identifier", field), e);
              }
            });
  }
}
