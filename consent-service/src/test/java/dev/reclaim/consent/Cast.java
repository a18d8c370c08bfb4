package dev.reclaim.consent;

import static io.restassured.RestAssured.given;

import dev.reclaim.events.Answer;
import dev.reclaim.events.ApplicationId;
import dev.reclaim.events.CandidateEvent.CandidateFound;
import dev.reclaim.events.CandidateId;
import dev.reclaim.events.Evidence;
import dev.reclaim.events.Handling;
import dev.reclaim.events.Holder;
import dev.reclaim.events.HolderId;
import dev.reclaim.events.Identifier;
import dev.reclaim.events.Money;
import dev.reclaim.events.PolicyEvent.ApplicationDefined;
import dev.reclaim.events.PromptId;
import dev.reclaim.events.Reason;
import dev.reclaim.events.RevocationEvent.RevocationVerified;
import dev.reclaim.events.RevocationId;
import dev.reclaim.events.RuleName;
import dev.reclaim.events.SeatRef;
import dev.reclaim.events.SignalEvent.HolderChanged;
import dev.reclaim.events.Via;
import dev.reclaim.testkit.RealInfrastructure;
import dev.reclaim.testkit.TopicView;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.awaitility.Awaitility;

/** People with names, languages and seats, as a company has them; told to the service by events. */
final class Cast {

  private static final String FORM_TOKEN = "0123456789abcdef0123456789abcdef";

  private final TopicView topics;

  Cast(TopicView topics) {
    this.topics = topics;
  }

  static Instant now() {
    return MovableClock.TIME.instant();
  }

  Holder joins(String login, String name, String language, Optional<Holder> manager) {
    Holder person =
        new Holder(
            HolderId.of(login),
            Holder.Kind.PERSON,
            List.of(
                new Identifier(Identifier.Kind.EMAIL, login + "@example.com"),
                new Identifier(Identifier.Kind.SAM_ACCOUNT_NAME, login)),
            name,
            Holder.Status.ACTIVE,
            now().minus(Duration.ofDays(900)),
            manager.map(Holder::id),
            Optional.empty(),
            Optional.of("Planning"),
            Optional.of(Locale.forLanguageTag(language)),
            Optional.of(ZoneId.of("Europe/Berlin")),
            Set.of(),
            now().minus(Duration.ofDays(30)));
    topics.send("usage-ingest", new HolderChanged(person));
    return person;
  }

  void defines(String application, String title) {
    topics.send(
        "rule-evaluator",
        new ApplicationDefined(
            new ApplicationId(application),
            1,
            title,
            List.of(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            false,
            Optional.empty(),
            "",
            30,
            false));
  }

  void definesTheUsual() {
    List.of("Tableau", "Figma", "Visio", "Miro", "Zoom", "Adobe Creative Cloud")
        .forEach(title -> defines(slug(title), title));
  }

  static String slug(String title) {
    return title.toLowerCase(Locale.ROOT).replace(' ', '-');
  }

  static boolean isState(CandidateFound found, String state) {
    return Stage.as("operator")
        .get("/candidates/" + found.candidate())
        .<String>path("candidate.state")
        .equals(state);
  }

  static SeatRef seat(Holder holder, String application) {
    return SeatRef.of(
        holder.id(),
        new ApplicationId(application),
        SeatRef.ONLY_TIER,
        holder.email().orElseThrow(),
        new Via.Direct());
  }

  static Money price(int euros) {
    return new Money(new BigDecimal(euros), Currency.getInstance("EUR"));
  }

  static Evidence idleFor(int days) {
    return new Evidence.NotUsedSince(
        now().minus(Duration.ofDays(days)), now().minus(Duration.ofDays(400)));
  }

  /** The rule finds an idle seat; its holder is asked. */
  CandidateFound found(Holder holder, String application, int euros, int idleDays) {
    RuleName rule = new RuleName("idle-90-days");
    SeatRef seat = seat(holder, application);
    CandidateFound found =
        new CandidateFound(
            CandidateId.of(seat.id(), rule, 1),
            seat,
            rule,
            3,
            1,
            List.of(
                new Reason("usedLessThan", "Not used in the last 90 days."),
                new Reason("presentElsewhere", "The holder used other software on 2026-02-27.")),
            idleFor(idleDays),
            Story.asking(Handling.Silence.RELEASE),
            Optional.of(price(euros)),
            now().minus(Duration.ofHours(1)));
    topics.send("rule-evaluator", found);
    return found;
  }

  static PromptId questionTo(Holder holder, CandidateFound found) {
    return PromptId.of(found.candidate(), holder.id().value(), 1);
  }

  /** Answers from the holder's own session. */
  static Response answers(String login, PromptId question, Answer answer, String comment) {
    return given()
        .auth()
        .preemptive()
        .basic(login, RealInfrastructure.PASSWORD)
        .cookie("reclaim-csrf", FORM_TOKEN)
        .formParam("csrf", FORM_TOKEN)
        .formParam("question", question.value())
        .formParam("answer", answer == Answer.KEEP ? "Keep" : "Release")
        .formParam("comment", comment)
        .post("/me/answers");
  }

  void wasTaken(CandidateFound found) {
    topics.send(
        "revocation-service",
        new RevocationVerified(
            RevocationId.of(found.candidate()),
            found.candidate(),
            found.seat(),
            "Read back: the seat is free.",
            now().plus(Duration.ofDays(30))));
  }

  static void await(CandidateFound found, String state) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                Optional.of(Stage.as("operator").get("/candidates/" + found.candidate()))
                    .filter(it -> it.statusCode() == 200)
                    .map(it -> it.<String>path("candidate.state"))
                    .orElse("unknown"),
            state::equals);
  }
}
