package dev.reclaim.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.reclaim.events.ApplicationId;
import dev.reclaim.events.Holder;
import dev.reclaim.events.HolderId;
import dev.reclaim.events.InboxEvent.SeatReported;
import dev.reclaim.events.InboxEvent.SourceRecord;
import dev.reclaim.events.InboxEvent.UsageReported;
import dev.reclaim.events.SignalEvent.HolderChanged;
import dev.reclaim.events.SignalEvent.SeatObserved;
import dev.reclaim.events.SignalEvent.SourceHealth;
import dev.reclaim.events.SignalEvent.SourceHealth.Sees;
import dev.reclaim.events.SignalEvent.UsageDay;
import dev.reclaim.events.SourceName;
import dev.reclaim.events.Topic;
import dev.reclaim.testkit.RealInfrastructure;
import dev.reclaim.testkit.TopicView;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * From what outsiders say on the inbox to what Reclaim knows, over the real broker and database.
 */
@QuarkusTest
@WithTestResource(
    value = RealInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "usage_ingest"))
class CountsUsageTest {

  private final Instant noon =
      Instant.now().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofHours(12));

  private final TopicView topics = new TopicView();
  private final Company company = new Company();

  @AfterEach
  void close() {
    topics.close();
  }

  @Test
  void usageOfAnUnknownHolderWaitsAndIsCounted() {
    // given
    topics.send(
        "desktop", Company.use(company.upn("ada").toUpperCase(Locale.ROOT), crm(), noon, 60));
    topics.send("desktop", Company.use(company.number("ada"), crm(), noon.plusSeconds(60), 30));
    topics.send("rule-evaluator", company.defined("crm", 1, List.of("CRM " + company.tag())));

    // when
    topics.send("hr", company.person("ada").report());

    // then
    UsageDay day = awaitDay(company.holder("ada"), "crm", 90);
    assertThat(day.opens()).isEqualTo(2);
    assertThat(day.lastUse()).isEqualTo(noon.plusSeconds(60));
    assertThat(day.sources()).containsExactly(new SourceName("desktop"));
  }

  @Test
  void aNameOfOneSourceMeansNothingInTheRecordsOfAnother() {
    // given
    HolderId ada = company.holder("ada");
    topics.send("hr", company.person("ada").report());
    topics.send("rule-evaluator", company.definedFor("crm", new SourceName("desktop"), crm()));

    // when
    topics.send("browser", Company.use(company.upn("ada"), crm(), noon, 500));
    topics.send("desktop", Company.use(company.upn("ada"), crm(), noon.plusSeconds(9), 60));

    // then
    UsageDay day = awaitDay(ada, "crm", 60);
    assertThat(day.sources()).containsExactly(new SourceName("desktop"));
    topics.await(
        Topic.SIGNALS,
        UsageDay.class,
        elsewhere ->
            elsewhere.holder().equals(ada)
                && elsewhere.application().equals(UsageDay.ELSEWHERE)
                && elsewhere.seconds() == 500);
  }

  @Test
  void usageOfAnApplicationThatNobodyDefinedIsPresenceElsewhereUntilSomebodyDoes() {
    // given
    HolderId ada = company.holder("ada");
    topics.send("hr", company.person("ada").report());
    topics.send("desktop", Company.use(company.upn("ada"), crm(), noon, 60));
    topics.await(
        Topic.SIGNALS,
        UsageDay.class,
        day -> day.holder().equals(ada) && day.application().equals(UsageDay.ELSEWHERE));

    // when
    topics.send("rule-evaluator", company.defined("crm", 1, List.of("CRM " + company.tag())));

    // then
    awaitDay(ada, "crm", 60);
    assertThat(Company.days(topics, ada::equals)).hasSize(1);
  }

  @Test
  void aDayTellsTheFeaturesThatASourceNamedAndAnotherSourceAddsNothing() {
    // given
    topics.send("hr", company.person("ada").report());
    topics.send("app-log", used("edit", 60));
    topics.send("app-log", used("view", 1));

    // when
    topics.send("sign-ins", use(0));

    // then
    UsageDay day =
        topics.await(
            Topic.SIGNALS,
            UsageDay.class,
            d -> d.holder().equals(company.holder("ada")) && d.opens() == 3);
    assertThat(day.features()).hasValue(Set.of("edit", "view"));
  }

  @Test
  void featuresAreUnknownAsSoonAsOneOpenOfTheirSourceNamesNone() {
    // given
    topics.send("hr", company.person("ada").report());
    topics.send("app-log", used("edit", 60));

    // when
    topics.send("app-log", use(1));

    // then
    UsageDay day =
        topics.await(
            Topic.SIGNALS,
            UsageDay.class,
            d -> d.holder().equals(company.holder("ada")) && d.opens() == 2);
    assertThat(day.features()).isEmpty();
  }

  private UsageReported used(String feature, long seconds) {
    return new UsageReported(
        company.upn("ada"),
        crm(),
        noon,
        Optional.of(seconds),
        Optional.empty(),
        Optional.of(feature));
  }

  @Test
  void aSourceSeesActivityUntilItTellsOfUseWithoutALength() {
    // given
    String source = "app-log-" + company.tag();
    topics.send("rule-evaluator", company.defined("crm", 1, List.of(crm())));
    topics.send(source, use(60));
    assertThat(awaitSees(source, Sees.ACTIVITY)).isNotNull();

    // when
    topics.send(
        source,
        new UsageReported(
            company.upn("ada"), crm(), noon, Optional.empty(), Optional.empty(), Optional.empty()));

    // then
    assertThat(awaitSees(source, Sees.OPENS)).isNotNull();
  }

  private SourceHealth awaitSees(String source, Sees sees) {
    return topics.await(
        Topic.SIGNALS,
        SourceHealth.class,
        health ->
            health.source().value().equals(source)
                && health.application().equals(company.application("crm"))
                && health.sees().equals(Optional.of(sees)));
  }

  @Test
  void whatElseIsKnownOfAPersonIsTold() {
    // given
    Holder.Details details =
        new Holder.Details(
            Optional.of(LocalDate.of(2020, 2, 29)),
            Optional.empty(),
            Optional.of("4711"),
            Optional.empty(),
            Set.of("Contractors"),
            Optional.of(false),
            Optional.of(true));

    // when
    topics.send("hr", company.person("ada").report(Optional.of(details)));

    // then
    HolderChanged ada =
        topics.await(
            Topic.SIGNALS, HolderChanged.class, h -> h.holder().equals(company.holder("ada")));
    assertThat(ada.profile().details()).hasValue(details);
  }

  @Test
  void theSameEventTwiceCountsOnce() {
    // given
    topics.send("hr", company.person("ada").report());
    topics.send("once-" + company.tag(), "desktop", noon, use(60));

    // when
    topics.send("once-" + company.tag(), "desktop", noon, use(60));
    topics.send("desktop", use(1));

    // then
    awaitDays(Map.of("elsewhere", 61L));
  }

  @Test
  void useUnderANameThatTwoPeopleGoByMakesNeitherOfThemLookIdle() {
    // given
    String shared = "shared." + company.tag() + "@example.com";
    topics.send("hr", company.person("ada").email(shared).report());
    topics.send("hr", company.person("bob").email(shared).report());

    // when
    topics.send("desktop", Company.use(shared, crm(), noon, 60));
    topics.send("desktop", use(1));

    // then
    awaitDays(Map.of("elsewhere", 61L));
    awaitDay(company.holder("bob"), "elsewhere", 60);
  }

  @Test
  void aNameThatIsNoLongerSharedCountsForItsOwnerAlone() {
    // given
    String shared = "once-shared." + company.tag() + "@example.com";
    topics.send("hr", company.person("ada").email(shared).report());
    topics.send("hr", company.person("bob").email(shared).report());
    topics.send("desktop", Company.use(shared, crm(), noon, 60));
    awaitDay(company.holder("bob"), "elsewhere", 60);

    // when
    topics.send("hr", company.person("bob").report());

    // then
    awaitDay(company.holder("bob"), "elsewhere", 0);
    awaitDays(Map.of("elsewhere", 60L));
  }

  @Test
  void aManagerIsFoundAsSoonAsKnown() {
    // given
    topics.send("hr", company.person("ada").reportsTo(company.upn("boss")).report());
    topics.await(Topic.SIGNALS, HolderChanged.class, c -> c.holder().equals(company.holder("ada")));

    // when
    topics.send("hr", company.person("boss").report());

    // then
    topics.await(
        Topic.SIGNALS,
        HolderChanged.class,
        c ->
            c.holder().equals(company.holder("ada"))
                && c.profile().manager().equals(Optional.of(company.holder("boss"))));
  }

  @Test
  void aReportedSeatWaitsForHolderAndApplication() {
    // given
    topics.send(
        "saas",
        new SeatReported(
            company.upn("ada"), crm(), Optional.of("gold"), Optional.of(noon), Optional.empty()));
    topics.send("rule-evaluator", company.defined("crm", 1, List.of(crm())));

    // when
    topics.send("hr", company.person("ada").report());

    // then
    SeatObserved seat =
        topics.await(
            Topic.SIGNALS, SeatObserved.class, s -> s.holder().equals(company.holder("ada")));
    assertThat(seat.seat().application()).isEqualTo(company.application("crm"));
    assertThat(seat.seat().tier()).isEqualTo("gold");
    assertThat(seat.assignedAt()).contains(noon);
  }

  @Test
  void aSourceIsHealthyFromItsFirstRecordAboutTheApplication() {
    // given
    String source = "agent-" + company.tag();
    topics.send("rule-evaluator", company.defined("crm", 1, List.of(crm())));

    // when
    topics.send(source, Company.use("nobody-" + company.tag(), crm(), noon, 5));
    topics.send(source, Company.use("nobody-" + company.tag(), "other", noon.plusSeconds(90), 5));

    // then
    topics.await(
        Topic.SIGNALS,
        SourceHealth.class,
        health ->
            health.source().value().equals(source)
                && health.application().equals(company.application("crm"))
                && health.coverageFrom().equals(noon)
                && health.lastRecordAt().equals(noon.plusSeconds(90)));
  }

  @Test
  void aVendorsRecordOverKafkaIsReadAndCountsOnce() {
    // given
    topics.send("hr", company.person("ada").report());
    SourceRecord signIn =
        new SourceRecord(
            new SourceName("entra-signins"),
            Map.of(
                "category", "SignInLogs",
                "resultType", "0",
                "properties",
                    Map.of(
                        "id",
                        "signin-" + company.tag(),
                        "createdDateTime",
                        noon.toString(),
                        "userPrincipalName",
                        company.upn("ada"),
                        "appDisplayName",
                        "Tool")));

    // when
    topics.send("exporter", signIn);
    topics.send("exporter", signIn);
    topics.send("desktop", use(1));

    // then
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(Company.days(topics, company.holder("ada")::equals).values())
                    .singleElement()
                    .satisfies(
                        day -> {
                          assertThat(day.opens()).isEqualTo(2);
                          assertThat(day.unmeasured()).isEqualTo(1);
                        }));
  }

  @Test
  void poisonIsADeadLetterWithItsReasonAndTheRestGoesOn() {
    // given
    String tag = company.tag();
    topics.send("hr", company.person("ada").report());
    topics.send("hr", PersonText.of().number(company.number("bob")).upn(tag + "-b").report());
    topics.await(Topic.SIGNALS, HolderChanged.class, c -> c.holder().equals(company.holder("ada")));
    topics.await(Topic.SIGNALS, HolderChanged.class, c -> c.holder().equals(company.holder("bob")));

    // when
    topics.send(
        new ProducerRecord<>(
            Topic.INBOX.title(), tag, ("poison " + tag).getBytes(StandardCharsets.UTF_8)));
    topics.send("desktop", Company.use(tag, "x", Instant.now().plus(Duration.ofHours(1)), 5));
    topics.send("exporter", new SourceRecord(new SourceName("nobody-" + tag), Map.of("a", "b")));
    topics.send(
        "exporter",
        new SourceRecord(
            new SourceName("entra-signins"), Map.of("category", "SignInLogs", "resultType", "0")));
    topics.send("hr", PersonText.of().upn(company.upn("ada")).email(tag + "-b").report());
    topics.send("desktop", use(7));

    // then
    assertThat(topics.awaitDeadLetter(Topic.INBOX, "lies more than 600 s in the future"))
        .contains("at: ");
    topics.awaitDeadLetter(Topic.INBOX, "'nobody-" + tag + "' is not known");
    topics.awaitDeadLetter(Topic.INBOX, "userPrincipalName: is missing, and so is userId");
    topics.awaitDeadLetter(Topic.INBOX, "email '" + tag + "-b' belongs to holder");
    topics.awaitDeadLetter(Topic.INBOX, "CloudEvents attributes");
    awaitDays(Map.of("elsewhere", 7L));
  }

  private String crm() {
    return "crm " + company.tag();
  }

  private dev.reclaim.events.InboxEvent.UsageReported use(long seconds) {
    return Company.use(company.upn("ada"), crm(), noon, seconds);
  }

  private UsageDay awaitDay(HolderId holder, String application, long seconds) {
    return topics.await(
        Topic.SIGNALS,
        UsageDay.class,
        day ->
            day.holder().equals(holder)
                && day.application().equals(named(application))
                && day.seconds() == seconds);
  }

  private ApplicationId named(String application) {
    return application.equals("elsewhere") ? UsageDay.ELSEWHERE : company.application(application);
  }

  /** Waits until Ada's days add up to these seconds, and to nothing else. */
  private void awaitDays(Map<String, Long> secondsByApplication) {
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(
                        Company.days(topics, company.holder("ada")::equals).values().stream()
                            .collect(
                                java.util.stream.Collectors.toMap(
                                    day -> day.application().value(), UsageDay::seconds)))
                    .isEqualTo(secondsByApplication));
  }
}
