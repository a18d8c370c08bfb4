package dev.reclaim.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import dev.reclaim.events.Answer;
import dev.reclaim.events.CandidateEvent.CandidateFound;
import dev.reclaim.events.ConsentEvent.CandidateClosed;
import dev.reclaim.events.ConsentEvent.CandidateClosed.Outcome;
import dev.reclaim.events.ConsentEvent.HolderAnswered;
import dev.reclaim.events.ConsentEvent.HolderAsked;
import dev.reclaim.events.ConsentEvent.ManagerAnswered;
import dev.reclaim.events.HolderId;
import dev.reclaim.events.RevocationEvent;
import dev.reclaim.events.RevocationEvent.AccessRemoved;
import dev.reclaim.events.RevocationEvent.RevocationVerified;
import dev.reclaim.events.RevocationEvent.SeatFreed;
import dev.reclaim.events.RevocationEvent.SeatRestored;
import dev.reclaim.events.SignalEvent.SeatObserved;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One licence group, ten people: some work with it, some do not, one leaves. Told from outside, and
 * checked at every step.
 */
final class Story {

  private final Stage stage;
  private final Narrator narrator;
  private final Path repository;
  private final Consumer<String> betweenScenes;

  /**
   * @param betweenScenes is told the name of each scene before it begins; tests break things there
   */
  Story(Stage stage, Narrator narrator, Path repository, Consumer<String> betweenScenes) {
    this.stage = stage;
    this.narrator = narrator;
    this.repository = repository;
    this.betweenScenes = betweenScenes;
  }

  void tell() {
    Instant started = Instant.now();
    scene("usage", "Usage arrives before anybody knows whose it is", () -> usageArrives(started));
    scene("policy", "Policy: one application, two rules", this::policyIsApplied);
    scene("people", "HR sends its roster, with one broken line", this::rosterArrives);
    scene("rules", "The rules judge, and the idle are asked", this::idleAreAsked);
    scene("use", "Maja opens Tableau while she is being asked", this::majaUsesIt);
    scene("answers", "The others answer", this::holdersAnswer);
    scene("managers", "Their manager decides about the Keeps", this::managerDecides);
    scene("freed", "The seats are taken back, and read back", this::seatsAreFreed);
    scene("leaver", "Carlos leaves the company", this::carlosLeaves);
    scene("restore", "Jürgen needs it after all", this::juergenGetsItBack);
    scene("end", "What is true at the end", this::everythingIsAsItShouldBe);
  }

  private void scene(String name, String title, Runnable happens) {
    betweenScenes.accept(name);
    narrator.scene(title);
    happens.run();
  }

  private void usageArrives(Instant now) {
    Usage usage = new Usage(now);
    post(usage.regulars());
    post(usage.idlers());
    JsonNode answer =
        stage
            .http()
            .post(
                stage.town().usageIngest("/sources/entra-signins"),
                "application/x-ndjson",
                usage.entraSignIns())
            .expect(200)
            .json();
    narrator.tell("Entra sign-ins: " + answer);
    require(answer.path("accepted").asInt() == 5, "five sign-ins are usage");
  }

  private void post(List<?> events) {
    stage
        .http()
        .post(
            stage.town().usageIngest("/events"),
            "application/cloudevents-batch+json",
            Usage.json(events))
        .expect(202);
    narrator.tell(events.size() + " events sent as CloudEvents");
  }

  private void policyIsApplied() {
    stage.reclaim("apply", repository.resolve("catalog").toString());
    stage.apply(
        "application",
        "whiteboard",
        "{\"kind\":\"application\",\"name\":\"whiteboard\",\"title\":\"Whiteboard\","
            + "\"loss\":\"Your boards stay.\",\"restorableDays\":30}");
  }

  private void rosterArrives() {
    JsonNode answer =
        stage
            .http()
            .post(stage.town().usageIngest("/people"), "text/csv", stage.resource("roster.csv"))
            .expect(200)
            .json();
    narrator.tell("Roster: " + answer);
    require(answer.path("accepted").asInt() == 11, "eleven people of the roster are taken");
    require(answer.path("rejected").size() == 1, "the broken line is named");
    stage.post(Letters.danielJoins());
    stage.post(Letters.tomHasAWhiteboardSeat());
    post(Letters.licenceRegister());
    stage
        .heard()
        .await("Anna's seat", SeatObserved.class, about(Person.ANNA, SeatObserved::holder));
  }

  private void idleAreAsked() {
    for (Person person : List.of(Person.JUERGEN, Person.TAKESHI, Person.MISAKI, Person.MAJA)) {
      stage
          .heard()
          .await(
              person.name() + " is asked", HolderAsked.class, about(person, HolderAsked::holder));
    }
    require(
        stage
            .heard()
            .all(CandidateFound.class, about(Person.ANNA, CandidateFound::holder))
            .isEmpty(),
        "Anna works with it and is left alone");
    narrator.tell(
        "Daniel's usage came before HR knew him, and counts: " + stage.evidence(Person.DANIEL));
    narrator.tell("Tom's whiteboard has no source of usage: " + stage.evidence(Person.TOM));
    require(stage.evidence(Person.DANIEL).contains("used"), "Daniel's seat is used");
    require(stage.evidence(Person.TOM).contains("unknown"), "Tom's seat is unknown, not unused");
  }

  private void majaUsesIt() {
    stage.mailbox().awaitQuestion(Person.MAJA, Person.MAJA);
    stage.produce(new Usage(Instant.now()).majaOpensTableau(Instant.now()));
    awaitClosed(Person.MAJA, Outcome.CANCELED);
  }

  private void holdersAnswer() {
    answer(Person.JUERGEN, Person.JUERGEN, "Release", "");
    answer(Person.TAKESHI, Person.TAKESHI, "Keep", "I need it for the year-end report");
    answer(Person.MISAKI, Person.MISAKI, "Keep", "Maybe later");
    for (Person person : List.of(Person.JUERGEN, Person.TAKESHI, Person.MISAKI)) {
      stage
          .heard()
          .await(
              "the answer of " + person.name(),
              HolderAnswered.class,
              about(person, HolderAnswered::holder));
    }
  }

  private void managerDecides() {
    answer(Person.NIAMH, Person.TAKESHI, "Keep", "");
    answer(Person.NIAMH, Person.MISAKI, "Release", "Please share one seat");
    awaitClosed(Person.TAKESHI, Outcome.SKIPPED);
    ManagerAnswered decided =
        stage
            .heard()
            .await(
                "Niamh's word about Misaki",
                ManagerAnswered.class,
                about(Person.MISAKI, ManagerAnswered::holder));
    require(decided.answer() == Answer.RELEASE, "Niamh said Release");
  }

  private void answer(Person who, Person about, String answer, String comment) {
    Mailbox.Question question = stage.mailbox().awaitQuestion(who, about);
    narrator.tell("%s reads “%s” and presses %s".formatted(who.name(), question.subject(), answer));
    stage.prompts().answer(question, about, answer, comment);
  }

  private void seatsAreFreed() {
    for (Person person : List.of(Person.JUERGEN, Person.MISAKI)) {
      awaitClosed(person, Outcome.COMPLETE);
      require(!stage.directory().hasLicence(person), person.name() + " has left the licence group");
      require(stage.directory().isEnabled(person), person.name() + " can still sign in elsewhere");
    }
  }

  private void carlosLeaves() {
    stage.post(Letters.carlosLeaves(Instant.now()));
    awaitClosed(Person.CARLOS, Outcome.COMPLETE);
    Instant accessGone = stage.timeOf(AccessRemoved.class, Person.CARLOS);
    Instant seatFree = stage.timeOf(SeatFreed.class, Person.CARLOS);
    require(!seatFree.isBefore(accessGone), "access goes before the seat");
    require(!stage.directory().isEnabled(Person.CARLOS), "Carlos cannot sign in any more");
    require(!stage.directory().hasLicence(Person.CARLOS), "Carlos's seat is free");
    require(
        stage.heard().all(HolderAsked.class, about(Person.CARLOS, HolderAsked::holder)).isEmpty(),
        "a leaver is not asked");
  }

  private void juergenGetsItBack() {
    RevocationVerified verified =
        stage
            .heard()
            .await(
                "Jürgen's revocation",
                RevocationVerified.class,
                about(Person.JUERGEN, event -> event.seat().holder()));
    URI restore = stage.town().revocation("/revocations/" + verified.revocation() + "/restore");
    Http.Answer answer =
        stage
            .http()
            .post(restore, "application/json", "{\"reason\":\"Audit season starts early\"}");
    require(answer.status() < 300 || answer.status() == 409, "restore is taken: " + answer.body());
    stage
        .heard()
        .await(
            "Jürgen's seat is back",
            SeatRestored.class,
            about(Person.JUERGEN, event -> event.seat().holder()));
    require(stage.directory().hasLicence(Person.JUERGEN), "Jürgen is back in the licence group");
  }

  private void everythingIsAsItShouldBe() {
    for (Person person : List.of(Person.JUERGEN, Person.TAKESHI, Person.MISAKI)) {
      require(
          stage.heard().all(HolderAnswered.class, about(person, HolderAnswered::holder)).size()
              == 1,
          person.name() + "'s answer counted once");
    }
    for (Person person : List.of(Person.JUERGEN, Person.MISAKI, Person.CARLOS)) {
      require(
          stage.directory().removals(person) == 1,
          person.name() + "'s seat was taken once, not twice");
    }
    require(stage.directory().hasLicence(Person.TAKESHI), "Takeshi has kept his seat");
    require(stage.directory().hasLicence(Person.MAJA), "Maja has kept her seat");
    require(
        stage.heard().all(RevocationEvent.RevocationFailed.class, _ -> true).isEmpty(),
        "no revocation failed");
    stage.reclaim("verify");
    narrator.tell(narrator.usageDays() + " days of usage, and all of it as it should be.");
  }

  private void awaitClosed(Person person, Outcome outcome) {
    CandidateClosed closed =
        stage
            .heard()
            .await(
                "the end of the candidate of " + person.name(),
                CandidateClosed.class,
                about(person, CandidateClosed::holder));
    require(
        closed.outcome() == outcome,
        "%s's candidate ends as %s, not %s (%s)"
            .formatted(person.name(), outcome, closed.outcome(), closed.why()));
  }

  private static <E> Predicate<E> about(Person person, Function<E, HolderId> holder) {
    return event -> holder.apply(event).equals(person.holder());
  }

  private static void require(boolean truth, String what) {
    if (!truth) {
      throw new StoryFailed("not so: " + what);
    }
  }
}
