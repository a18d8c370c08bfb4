package dev.reclaim.rules.live;

import static dev.reclaim.rules.live.StandingClock.CLOCK;
import static dev.reclaim.rules.live.StandingClock.NOW;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.lessThan;

import dev.reclaim.events.ApplicationId;
import dev.reclaim.events.CandidateEvent.CandidateFound;
import dev.reclaim.events.CandidateEvent.CandidateWithdrawn;
import dev.reclaim.events.CandidateId;
import dev.reclaim.events.Event;
import dev.reclaim.events.Holder;
import dev.reclaim.events.HolderId;
import dev.reclaim.events.Identifier;
import dev.reclaim.events.SeatRef;
import dev.reclaim.events.SignalEvent.HolderChanged;
import dev.reclaim.events.SignalEvent.SeatGone;
import dev.reclaim.events.SignalEvent.SeatObserved;
import dev.reclaim.events.SignalEvent.SourceHealth;
import dev.reclaim.events.SignalEvent.UsageDay;
import dev.reclaim.events.SourceName;
import dev.reclaim.events.Topic;
import dev.reclaim.events.Via;
import dev.reclaim.testkit.RealInfrastructure;
import dev.reclaim.testkit.TopicView;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One application with one holder and one rule of its own, so that tests do not see each other;
 * heard of through the real broker, asked through the real API.
 */
final class Company implements AutoCloseable {

  private static final AtomicInteger NEXT = new AtomicInteger();
  private static final SourceName AGENT = new SourceName("agent");
  private static final Holder.Kind PERSON = Holder.Kind.PERSON;

  private final int number = NEXT.incrementAndGet();
  private final TopicView topics = new TopicView();
  final ApplicationId application = new ApplicationId("app-" + number);
  final String rule = "rule-" + number;
  final HolderId holder = HolderId.of("employee-" + number);
  final String email = "ada" + number + "@example.com";
  final SeatRef seat =
      SeatRef.of(holder, application, SeatRef.ONLY_TIER, email, new Via.Group("CN=LIC-" + number));

  static Duration days(long days) {
    return Duration.ofDays(days);
  }

  static RequestSpecification as(String login) {
    return given().auth().preemptive().basic(login, RealInfrastructure.PASSWORD);
  }

  // What the company decides.

  Company withApplication() {
    put(
        "application",
        application.value(),
        "{kind: application, name: %s, title: App, pricePerMonth: {amount: 70.00, currency: EUR}}"
            .formatted(application));
    return this;
  }

  Company withIdleRule() {
    return withRule(
        """
        when:
          all:
            - usedLessThan: {time: PT5M, within: P90D}
            - presentElsewhere: {within: P30D}
        ask: holder
        mode: enforce
        """);
  }

  Company withLeaverRule() {
    return withRule("when: {holderLeft: {}}\nask: nobody\norder: access-first\nmode: enforce\n");
  }

  /** The rest of a rule after its names, in YAML. */
  Company withRule(String rest) {
    put(
        "rule",
        rule,
        "kind: rule\nname: %s\ntitle: A rule\napplications: [%s]\n".formatted(rule, application)
            + rest);
    return this;
  }

  void put(String kind, String name, String body) {
    as("admin")
        .contentType("application/yaml")
        .body(body.getBytes(StandardCharsets.UTF_8))
        .put("/policy/" + kind + "/" + name)
        .then()
        .statusCode(lessThan(300));
  }

  // What the others say.

  Event send(Event event) {
    return topics.send("usage-ingest", event).event();
  }

  Event sendAt(Instant time, Event event) {
    return topics.send(UUID.randomUUID().toString(), "usage-ingest", time, event).event();
  }

  SeatObserved seatAssigned(Duration ago) {
    return new SeatObserved(seat, Optional.of(NOW.minus(ago)), NOW.minus(days(1)));
  }

  SeatGone seatGone(Instant at) {
    return new SeatGone(seat, at);
  }

  SourceHealth covered(Duration since, Duration silentFor) {
    return new SourceHealth(AGENT, application, NOW.minus(since), NOW.minus(silentFor));
  }

  UsageDay elsewhere(Duration ago) {
    return usage(UsageDay.ELSEWHERE, NOW.minus(ago), 600, 1);
  }

  UsageDay used(Instant at, long seconds, long revision) {
    return usage(application, at, seconds, revision);
  }

  private UsageDay usage(ApplicationId what, Instant at, long seconds, long revision) {
    LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
    return new UsageDay(holder, what, day, seconds, 1, 0, at, Set.of(AGENT), revision);
  }

  HolderChanged holderIs(Holder.Status status, Instant since) {
    return new HolderChanged(
        new Holder(
            holder,
            PERSON,
            List.of(new Identifier(Identifier.Kind.EMAIL, email)),
            "Ada",
            status,
            since,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Set.of(),
            since));
  }

  /** A later statement, about everything that HR and the directory know. */
  HolderChanged holderIs(
      Holder.Status status, Instant asOf, String department, Holder.Details details) {
    return new HolderChanged(
        new Holder(
            holder,
            PERSON,
            List.of(new Identifier(Identifier.Kind.EMAIL, email)),
            "Ada",
            status,
            asOf,
            Optional.empty(),
            Optional.empty(),
            Optional.of(department),
            Optional.empty(),
            Optional.of(ZoneId.of("Europe/Berlin")),
            Set.of(),
            asOf,
            Optional.of(details)));
  }

  /** All that makes the seat idle. */
  List<Event> anIdleSeat() {
    return List.of(
        holderIs(Holder.Status.ACTIVE, NOW.minus(days(500))),
        seatAssigned(days(400)),
        covered(days(200), Duration.ofHours(1)),
        elsewhere(days(2)));
  }

  // What becomes of it.

  /** Waits until the service has the seat with one source, and use elsewhere if told. */
  JsonPath known() {
    return await()
        .atMost(Duration.ofSeconds(20))
        .until(
            this::seats,
            json -> json.getInt("seats.size()") == 1 && json.getInt("seats[0].sources.size()") > 0);
  }

  JsonPath seats() {
    var answer = as("operator").get("/holders/" + email.toUpperCase(Locale.ROOT) + "/seats");
    return answer.statusCode() == 200 ? answer.jsonPath() : new JsonPath("{\"seats\": []}");
  }

  /** What the rule says of the seat. */
  String verdict() {
    return String.valueOf(ofRule("verdict"));
  }

  /** Why, the first sentence of it. */
  String sentence() {
    return String.valueOf(ofRule("sentences[0]"));
  }

  private String ofRule(String what) {
    JsonPath seats = seats();
    return seats.getList("seats").isEmpty()
        ? ""
        : seats.getString("seats[0].rules.find { it.rule == '%s' }.%s".formatted(rule, what));
  }

  ValidatableResponse run() {
    return as("operator").post("/rules/" + rule + "/run").then().statusCode(200);
  }

  long found() {
    return run().extract().jsonPath().getLong("found");
  }

  void later(Duration duration) {
    CLOCK.advance(duration);
  }

  CandidateFound awaitFound(int episode) {
    return topics.await(
        Topic.CANDIDATES,
        CandidateFound.class,
        found -> found.seat().equals(seat) && found.episode() == episode);
  }

  CandidateWithdrawn awaitWithdrawn(CandidateId candidate) {
    return topics.await(
        Topic.CANDIDATES, CandidateWithdrawn.class, event -> event.candidate().equals(candidate));
  }

  /** What this company's own rule found; others look at all applications. */
  List<CandidateFound> foundByItsRule() {
    return allFound().stream().filter(found -> found.rule().value().equals(rule)).toList();
  }

  List<CandidateFound> allFound() {
    return topics.matching(
        Topic.CANDIDATES, CandidateFound.class, found -> found.seat().equals(seat));
  }

  TopicView topics() {
    return topics;
  }

  @Override
  public void close() {
    CLOCK.set(NOW);
    topics.close();
  }
}
