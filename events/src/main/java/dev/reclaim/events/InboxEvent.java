package dev.reclaim.events;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What anyone outside may say, over HTTP or Kafka. Accounts, applications and people are named as
 * the sender knows them; usage-ingest finds out whom and what is meant.
 */
public sealed interface InboxEvent extends Event {

  /**
   * Somebody used something.
   *
   * @param account any name of the holder: UPN, e-mail, sAMAccountName, employee number
   * @param application any name of the application
   * @param at when the use began
   * @param seconds how long it lasted; empty when the source does not measure that
   * @param opens how often the application was opened; one when empty
   * @param kind what sort of use, as the source names it: the feature that was used
   */
  @EventType("reclaim.usage.v1")
  record UsageReported(
      String account,
      String application,
      Instant at,
      Optional<Long> seconds,
      Optional<Integer> opens,
      Optional<String> kind)
      implements InboxEvent {

    public UsageReported {
      Ids.requireText("account", account);
      Ids.requireText("application", application);
      Require.present("at", at);
      seconds.ifPresent(s -> Require.between("seconds", s, 0, 86_400));
      opens.ifPresent(o -> Require.between("opens", o, 1, 100_000));
    }

    @Override
    public String key() {
      return Identifier.normalise(account);
    }
  }

  /**
   * HR, or whoever knows the people, describes one of them, whole. At least one of the identifiers
   * must be there.
   *
   * @param status {@code active}, {@code on leave} or {@code left}
   * @param since from when on the status holds; the event's time when empty
   * @param manager any identifier of the manager
   * @param owner any identifier of the person who answers for a non-human identity
   * @param details what else is known; empty when the sender says nothing of it
   */
  @EventType("reclaim.holder.v1")
  record HolderReported(
      Optional<String> employeeNumber,
      @JsonAlias("upn") Optional<String> userPrincipalName,
      @JsonAlias("mail") Optional<String> email,
      @JsonAlias("sAMAccountName") Optional<String> samAccountName,
      List<String> otherAccounts,
      Holder.Kind kind,
      String name,
      Status status,
      Optional<Instant> since,
      Optional<String> manager,
      Optional<String> owner,
      Optional<String> department,
      Optional<Locale> locale,
      Optional<ZoneId> timeZone,
      Set<DayOfWeek> workingDays,
      Optional<Holder.Details> details)
      implements InboxEvent {

    /** The words that HR systems send. */
    public enum Status {
      @JsonProperty("active")
      ACTIVE(Holder.Status.ACTIVE),
      @JsonProperty("on leave")
      ON_LEAVE(Holder.Status.ON_LEAVE),
      @JsonProperty("left")
      LEFT(Holder.Status.LEFT);

      private final Holder.Status meaning;

      Status(Holder.Status meaning) {
        this.meaning = meaning;
      }

      public Holder.Status meaning() {
        return meaning;
      }
    }

    public HolderReported {
      Require.present("status", status);
      otherAccounts = otherAccounts == null ? List.of() : List.copyOf(otherAccounts);
      kind = kind == null ? Holder.Kind.PERSON : kind;
      workingDays = workingDays == null ? Set.of() : Set.copyOf(workingDays);
      if (employeeNumber.isEmpty()
          && userPrincipalName.isEmpty()
          && email.isEmpty()
          && samAccountName.isEmpty()
          && otherAccounts.isEmpty()) {
        throw new IllegalArgumentException(
            "employeeNumber: is missing, and so is every other identifier"
                + " (userPrincipalName, email, samAccountName, otherAccounts)");
      }
    }

    @Override
    public String key() {
      return Identifier.normalise(
          employeeNumber
              .or(() -> userPrincipalName)
              .or(() -> email)
              .or(() -> samAccountName)
              .orElseGet(otherAccounts::getFirst));
    }
  }

  /**
   * An account holds a seat.
   *
   * @param tier the edition; empty where there is only one
   * @param via the group that gives it; empty when assigned directly
   */
  @EventType("reclaim.seat.v1")
  record SeatReported(
      String account,
      String application,
      Optional<String> tier,
      Optional<Instant> assignedAt,
      Optional<String> via)
      implements InboxEvent {

    public SeatReported {
      Ids.requireText("account", account);
      Ids.requireText("application", application);
    }

    @Override
    public String key() {
      return Identifier.normalise(account);
    }
  }

  /**
   * One record in a vendor's own shape.
   *
   * @param source which shape it is, as in {@code entra-signins}
   * @param content the record, untouched
   */
  @EventType("reclaim.source-record.v1")
  record SourceRecord(SourceName source, Map<String, Object> content) implements InboxEvent {

    public SourceRecord {
      Require.present("source", source);
      Require.present("content", content);
    }

    @Override
    public String key() {
      return source.value();
    }
  }
}
