package dev.reclaim.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.reclaim.events.Event;
import dev.reclaim.events.SignalEvent.UsageDay;
import dev.reclaim.testkit.RealInfrastructure;
import dev.reclaim.testkit.TopicView;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is known in the end depends on what was said, not on when it arrived, nor how often. */
@QuarkusTest
@WithTestResource(
    value = RealInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "usage_ingest"))
class AnyOrderTest {

  private static final int PERMUTATIONS = 20;
  private final Instant noon =
      Instant.now().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofHours(12));

  private record Sent(String id, Instant time, Event event) {}

  @Test
  void everyPermutationWithRepeatsEndsTheSame() {
    Random random = new Random(20260203);
    try (TopicView topics = new TopicView()) {
      // given
      Map<String, Long> expected =
          Map.of(
              "ada crm 0", 70L,
              "ada crm 1", 5L,
              "ada elsewhere 0", 3L,
              "bob crm 0", 11L,
              "bob wiki 0", 13L);
      List<Company> companies = new ArrayList<>();

      // when
      for (int i = 0; i < PERMUTATIONS; i++) {
        Company company = new Company();
        companies.add(company);
        List<Sent> events = new ArrayList<>(story(company));
        List.copyOf(events).stream().filter(_ -> random.nextDouble() < 0.3).forEach(events::add);
        Collections.shuffle(events, random);
        events.forEach(sent -> topics.send(sent.id(), "feed", sent.time(), sent.event()));
      }

      // then
      await()
          .atMost(Duration.ofSeconds(60))
          .pollInterval(Duration.ofMillis(500))
          .untilAsserted(() -> assertThat(outcomes(topics, companies)).containsOnly(expected));
    }
  }

  private List<Sent> story(Company company) {
    String tag = company.tag();
    List<Event> events =
        List.of(
            company.defined("crm", 1, List.of("old crm " + tag, "wiki " + tag)),
            company.defined("crm", 2, List.of("Crm " + tag)),
            company.defined("wiki", 1, List.of("WIKI " + tag)),
            company.person("ada").sam("ada-" + tag).report(),
            company.person("ada").email("a." + tag + "@example.com").report(),
            company.person("bob").report(),
            Company.use(company.upn("ada"), "crm " + tag, noon, 40),
            Company.use("ADA-" + tag, "CRM " + tag, noon.plusSeconds(50), 20),
            Company.use("a." + tag + "@example.com", "crm-" + tag, noon.plusSeconds(70), 10),
            Company.use(company.number("ada"), "crm " + tag, noon.minus(Duration.ofDays(1)), 5),
            Company.use(company.upn("ada"), "old crm " + tag, noon, 3),
            Company.use(company.upn("bob"), "crm " + tag, noon, 11),
            Company.use(company.upn("bob"), "wiki " + tag, noon, 13));
    List<Sent> sent = new ArrayList<>();
    for (Event event : events) {
      int place = sent.size();
      sent.add(new Sent(tag + "-" + place, noon.plusSeconds(place), event));
    }
    return sent;
  }

  /** For each company: the seconds of each person, application and day, counted back. */
  private List<Map<String, Long>> outcomes(TopicView topics, List<Company> companies) {
    Collection<UsageDay> days = Company.days(topics, _ -> true).values();
    return companies.stream().map(company -> outcome(days, company)).toList();
  }

  private Map<String, Long> outcome(Collection<UsageDay> days, Company company) {
    LocalDate last = noon.atOffset(ZoneOffset.UTC).toLocalDate();
    Map<String, Long> outcome = new TreeMap<>();
    for (String person : List.of("ada", "bob")) {
      days.stream()
          .filter(day -> day.holder().equals(company.holder(person)))
          .forEach(
              day ->
                  outcome.put(
                      "%s %s %d"
                          .formatted(
                              person,
                              day.application().value().replace("-" + company.tag(), ""),
                              ChronoUnit.DAYS.between(day.day(), last)),
                      day.seconds()));
    }
    return outcome;
  }
}
