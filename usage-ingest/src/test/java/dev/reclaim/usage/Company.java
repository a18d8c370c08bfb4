package dev.reclaim.usage;

import dev.reclaim.events.ApplicationId;
import dev.reclaim.events.ConnectionName;
import dev.reclaim.events.HolderId;
import dev.reclaim.events.InboxEvent.UsageReported;
import dev.reclaim.events.PolicyEvent.Alias;
import dev.reclaim.events.PolicyEvent.ApplicationDefined;
import dev.reclaim.events.PolicyEvent.SeatSource;
import dev.reclaim.events.SignalEvent.UsageDay;
import dev.reclaim.events.SourceName;
import dev.reclaim.events.Topic;
import dev.reclaim.testkit.TopicView;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** People and applications that no other test has; all tests share one broker and database. */
final class Company {

  private final String tag = UUID.randomUUID().toString().substring(0, 8);

  String tag() {
    return tag;
  }

  String number(String person) {
    return person + "-" + tag;
  }

  String upn(String person) {
    return person + "." + tag + "@example.com";
  }

  HolderId holder(String person) {
    return HolderId.of(number(person));
  }

  PersonText person(String person) {
    return PersonText.of().number(number(person)).upn(upn(person));
  }

  ApplicationId application(String name) {
    return new ApplicationId(name + "-" + tag);
  }

  String group(String name) {
    return "CN=" + name + "-" + tag + ",OU=Groups,DC=example,DC=com";
  }

  ApplicationDefined defined(String name, int version, List<String> aliases) {
    return defined(
        name, version, aliases.stream().map(Alias::everywhere).toList(), Optional.empty());
  }

  /** Known by a name in the records of one source alone. */
  ApplicationDefined definedFor(String name, SourceName source, String alias) {
    return defined(name, 1, List.of(new Alias(alias, Optional.of(source))), Optional.empty());
  }

  ApplicationDefined withGroup(String name) {
    return defined(
        name,
        1,
        List.of(),
        Optional.of(new SeatSource(new ConnectionName("corporate-directory"), group(name))));
  }

  private ApplicationDefined defined(
      String name, int version, List<Alias> aliases, Optional<SeatSource> seats) {
    return new ApplicationDefined(
        application(name),
        version,
        "The " + name + " of " + tag,
        aliases,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        false,
        seats,
        "Everything",
        30,
        false);
  }

  static UsageReported use(String account, String application, Instant at, long seconds) {
    return new UsageReported(
        account, application, at, Optional.of(seconds), Optional.empty(), Optional.empty());
  }

  /** The newest snapshot of each day of these people; what was taken back is not there. */
  static Map<DayKey, UsageDay> days(TopicView topics, Predicate<HolderId> holders) {
    return topics
        .matching(Topic.SIGNALS, UsageDay.class, day -> holders.test(day.holder()))
        .stream()
        .collect(
            Collectors.toMap(
                day -> new DayKey(day.holder(), day.application(), day.day()),
                Function.identity(),
                (one, other) -> newer(one, other)))
        .entrySet()
        .stream()
        .filter(day -> day.getValue().opens() > 0)
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static UsageDay newer(UsageDay one, UsageDay other) {
    return java.util.stream.Stream.of(one, other)
        .max(Comparator.comparing(UsageDay::revision))
        .orElseThrow();
  }
}
