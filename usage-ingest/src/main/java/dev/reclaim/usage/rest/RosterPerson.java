package dev.reclaim.usage.rest;

import dev.reclaim.events.Holder;
import dev.reclaim.events.InboxEvent.HolderReported;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads one person from the values of a line. Every refusal begins with the column's name. */
final class RosterPerson {

  private final Map<RosterColumn, String> values;

  RosterPerson(Map<RosterColumn, String> values) {
    this.values = values;
  }

  HolderReported report() {
    Optional<ZoneId> zone = value(RosterColumn.TIME_ZONE).map(RosterPerson::zone);
    return new HolderReported(
        value(RosterColumn.EMPLOYEE_NUMBER),
        value(RosterColumn.USER_PRINCIPAL_NAME),
        value(RosterColumn.EMAIL),
        value(RosterColumn.SAM_ACCOUNT_NAME),
        value(RosterColumn.OTHER_ACCOUNTS).map(RosterPerson::several).orElse(List.of()),
        value(RosterColumn.KIND).map(RosterPerson::kind).orElse(Holder.Kind.PERSON),
        value(RosterColumn.NAME).orElse(""),
        status(value(RosterColumn.STATUS).orElse("")),
        value(RosterColumn.SINCE).map(text -> since(text, zone.orElse(ZoneOffset.UTC))),
        value(RosterColumn.MANAGER),
        value(RosterColumn.OWNER),
        value(RosterColumn.DEPARTMENT),
        value(RosterColumn.LOCALE).map(RosterPerson::locale),
        zone,
        value(RosterColumn.WORKING_DAYS).map(RosterPerson::days).orElse(Set.of()),
        Optional.of(details()));
  }

  /** Whoever stands in the roster is in the roster, unless the line itself says no. */
  private Holder.Details details() {
    return new Holder.Details(
        value(RosterColumn.STARTED_AT).map(text -> day(RosterColumn.STARTED_AT, text)),
        value(RosterColumn.CONTRACT_ENDS).map(text -> day(RosterColumn.CONTRACT_ENDS, text)),
        value(RosterColumn.COST_CENTRE),
        value(RosterColumn.LOCATION),
        value(RosterColumn.GROUPS).map(RosterPerson::several).map(Set::copyOf).orElse(Set.of()),
        value(RosterColumn.ACCOUNT_ENABLED).map(text -> yes(RosterColumn.ACCOUNT_ENABLED, text)),
        Optional.of(
            value(RosterColumn.IN_ROSTER)
                .map(text -> yes(RosterColumn.IN_ROSTER, text))
                .orElse(true)));
  }

  private Optional<String> value(RosterColumn column) {
    return Optional.ofNullable(values.get(column));
  }

  private static HolderReported.Status status(String text) {
    return switch (plain(text)) {
      case "active", "employed" -> HolderReported.Status.ACTIVE;
      case "onleave", "leave" -> HolderReported.Status.ON_LEAVE;
      case "left", "leaver", "terminated" -> HolderReported.Status.LEFT;
      case "" -> throw new IllegalArgumentException("status: is missing");
      default ->
          throw new IllegalArgumentException(
              "status: '%s' is not active, on leave or left".formatted(text));
    };
  }

  private static Holder.Kind kind(String text) {
    return switch (plain(text)) {
      case "person", "employee", "human" -> Holder.Kind.PERSON;
      case "serviceaccount", "service" -> Holder.Kind.SERVICE_ACCOUNT;
      case "sharedmailbox", "mailbox" -> Holder.Kind.SHARED_MAILBOX;
      case "agent" -> Holder.Kind.AGENT;
      default ->
          throw new IllegalArgumentException(
              "kind: '%s' is not person, service account, shared mailbox or agent".formatted(text));
    };
  }

  /** A date begins where the person is. */
  private static Instant since(String text, ZoneId zone) {
    try {
      return text.length() <= 10
          ? LocalDate.parse(text).atStartOfDay(zone).toInstant()
          : Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "since: '%s' is not a date such as 2026-01-31".formatted(text), e);
    }
  }

  private static LocalDate day(RosterColumn column, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "%s: '%s' is not a date such as 2026-01-31".formatted(column.title(), text), e);
    }
  }

  private static boolean yes(RosterColumn column, String text) {
    return switch (plain(text)) {
      case "true", "yes", "1" -> true;
      case "false", "no", "0" -> false;
      default ->
          throw new IllegalArgumentException(
              "%s: '%s' is not true or false".formatted(column.title(), text));
    };
  }

  private static Locale locale(String text) {
    try {
      return new Locale.Builder().setLanguageTag(text.replace('_', '-')).build();
    } catch (IllformedLocaleException e) {
      throw new IllegalArgumentException(
          "locale: '%s' is not a language tag such as de-DE".formatted(text), e);
    }
  }

  private static ZoneId zone(String text) {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "timeZone: '%s' is not a time zone such as Europe/Berlin".formatted(text), e);
    }
  }

  /** {@code Mon-Fri}, or {@code Mon Tue Thu}, in short or in full. */
  private static Set<DayOfWeek> days(String text) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (String part : several(text.replace(' ', ';'))) {
      String[] ends = part.split("-", -1);
      DayOfWeek day = day(ends[0]);
      DayOfWeek last = day(ends[ends.length - 1]);
      days.add(day);
      while (day != last) {
        day = day.plus(1);
        days.add(day);
      }
    }
    return days;
  }

  private static DayOfWeek day(String text) {
    return Stream.of(DayOfWeek.values())
        .filter(
            day ->
                text.length() >= 2 && day.name().startsWith(text.strip().toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "workingDays: '%s' is not a day such as Mon".formatted(text)));
  }

  private static List<String> several(String text) {
    return Arrays.stream(text.split("[;|]", -1))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }

  private static String plain(String text) {
    return text.replaceAll("[\\s_-]", "").toLowerCase(Locale.ROOT);
  }
}
