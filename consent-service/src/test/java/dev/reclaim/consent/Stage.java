package dev.reclaim.consent;

import static io.restassured.RestAssured.given;

import dev.reclaim.events.CandidateEvent.CandidateFound;
import dev.reclaim.events.CandidateEvent.CandidateWithdrawn;
import dev.reclaim.events.ConsentEvent;
import dev.reclaim.events.Evidence;
import dev.reclaim.events.Handling;
import dev.reclaim.events.Holder;
import dev.reclaim.events.SignalEvent.HolderChanged;
import dev.reclaim.events.Topic;
import dev.reclaim.testkit.RealInfrastructure;
import dev.reclaim.testkit.TopicView;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** One holder with their manager and a candidate, seen from outside the service. */
final class Stage {

  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final Pattern GUARD = Pattern.compile("name=\"csrf\" value=\"(\\w+)\"");

  final TopicView topics;
  final Holder manager;
  final Holder holder;
  final CandidateFound found;

  Stage(TopicView topics, Handling handling) {
    this.topics = topics;
    int n = COUNT.incrementAndGet();
    this.manager = Story.person("Manager" + n);
    this.holder = Story.managedBy(Story.person("Holder" + n), manager);
    this.found = Story.found(holder, handling);
  }

  static Stage begun(TopicView topics, Handling.Silence silence) {
    Stage stage = new Stage(topics, Story.asking(silence));
    stage.peopleAreKnown();
    stage.topics.send("rule-evaluator", stage.found);
    return stage;
  }

  /** And the service has heard of them: what is found comes on another topic, and may overtake. */
  void peopleAreKnown() {
    topics.send("usage-ingest", new HolderChanged(manager));
    topics.send("usage-ingest", new HolderChanged(holder));
    String them = "'%s', '%s'".formatted(manager.id().value(), holder.id().value());
    Awaitility.await()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(20))
        .until(
            () -> Database.number("SELECT count(*) FROM person WHERE id IN (" + them + ")") == 2);
  }

  void withdrawn(CandidateWithdrawn.Cause cause) {
    topics.send(
        "rule-evaluator",
        new CandidateWithdrawn(
            found.candidate(), holder.id(), cause, "Seen today.", new Evidence.Unknown("test")));
  }

  <E extends ConsentEvent.AboutCandidate> E said(Class<E> kind) {
    return said(kind, _ -> true);
  }

  <E extends ConsentEvent.AboutCandidate> E said(Class<E> kind, Predicate<E> fits) {
    return topics.await(
        Topic.CONSENT,
        kind,
        event -> event.candidate().equals(found.candidate()) && fits.test(event));
  }

  int countOf(Class<? extends ConsentEvent.AboutCandidate> kind) {
    return topics
        .matching(Topic.CONSENT, kind, event -> event.candidate().equals(found.candidate()))
        .size();
  }

  MailServer.Letter mailToHolder() {
    return MailServer.letterTo(holder.email().orElseThrow(), 1);
  }

  MailServer.Letter mailToManager() {
    return MailServer.letterTo(manager.email().orElseThrow(), 1);
  }

  static RequestSpecification as(String login) {
    return given().auth().preemptive().basic(login, RealInfrastructure.PASSWORD);
  }

  String path() {
    return "/candidates/" + found.candidate();
  }

  String state() {
    return as("operator").get(path()).then().statusCode(200).extract().path("candidate.state");
  }

  void awaitState(String state) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                Optional.of(as("operator").get(path()))
                    .filter(it -> it.statusCode() == 200)
                    .map(it -> it.<String>path("candidate.state"))
                    .orElse("unknown"),
            state::equals);
  }

  /** Opens the page and submits its form, as a browser does. */
  static Response fillIn(MailServer.Letter mail, String code, String answer) {
    Response page = given().accept(ContentType.HTML).get("/prompts/" + mail.token());
    Matcher guard = GUARD.matcher(page.asString());
    if (!guard.find()) {
      return page;
    }
    return given()
        .accept(ContentType.HTML)
        .contentType(ContentType.URLENC.withCharset("UTF-8"))
        .cookie("reclaim-csrf", page.cookie("reclaim-csrf"))
        .formParam("csrf", guard.group(1))
        .formParam("code", code)
        .formParam("answer", answer)
        .formParam("comment", "A <b>word</b> about it")
        .post("/prompts/" + mail.token());
  }

  static Response send(MailServer.Letter mail, String code, String answer) {
    return given()
        .accept(ContentType.JSON)
        .contentType(ContentType.JSON)
        .body(Map.of("code", code, "answer", answer))
        .post("/prompts/" + mail.token());
  }

  static String wrong(MailServer.Letter mail) {
    return mail.code().startsWith("0") ? "100000" : "000000";
  }
}
