package dev.reclaim.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.events.Actor;
import dev.reclaim.events.ApplicationId;
import dev.reclaim.events.CandidateEvent.CandidateFound;
import dev.reclaim.events.Holder;
import dev.reclaim.events.HolderId;
import dev.reclaim.events.Identifier;
import dev.reclaim.events.PolicyEvent.ApplicationDefined;
import dev.reclaim.events.SignalEvent.HolderChanged;
import dev.reclaim.testkit.RealInfrastructure;
import dev.reclaim.testkit.TopicView;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A candidate that nobody may decide goes on by itself as soon as somebody may. */
@QuarkusTest
@WithTestResource(
    value = RealInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "consent_service"))
@WithTestResource(MailServer.class)
class SomebodyMayDecideAfterAllTest {

  private final String tag = UUID.randomUUID().toString().substring(0, 8);
  private final ApplicationId application = new ApplicationId("app-" + tag);
  private final TopicView topics = new TopicView();
  @Inject People people;
  @Inject NameStandIn standIns;
  private final Cast cast = new Cast(topics);

  @AfterEach
  void hangUp() {
    topics.close();
  }

  @Test
  void whenTheApplicationGetsAnOwner() {
    // given
    hires(person("owner", Optional.empty(), "Elsewhere", Holder.Status.ACTIVE));
    defines(1, Optional.empty());
    CandidateFound found = keptByALonelyHolder();
    // when
    defines(2, Optional.of(" OWNER-%s@example.com ".formatted(tag)));
    // then
    Cast.await(found, "AwaitingApproval");
  }

  @Test
  void whenItsOwnerBecomesKnown() {
    // given
    defines(1, Optional.of("owner-%s@example.com".formatted(tag)));
    CandidateFound found = keptByALonelyHolder();
    // when
    hires(person("owner", Optional.empty(), "Elsewhere", Holder.Status.ACTIVE));
    // then
    Cast.await(found, "AwaitingApproval");
  }

  @Test
  void whenTheDepartmentGetsAHead() {
    // given
    defines(1, Optional.empty());
    CandidateFound found = keptByALonelyHolder();
    // when
    hires(person("head", Optional.empty(), department(), Holder.Status.ACTIVE));
    // then
    Cast.await(found, "AwaitingApproval");
  }

  @Test
  void whenSomebodyStandsInForTheApplicationsOwner() {
    // given
    Holder owner = hires(person("owner", Optional.empty(), "Elsewhere", Holder.Status.ON_LEAVE));
    defines(1, Optional.of("owner-%s@example.com".formatted(tag)));
    CandidateFound found = keptByALonelyHolder();
    // when
    standsIn(owner);
    // then
    Cast.await(found, "AwaitingApproval");
  }

  @Test
  void whenSomebodyStandsInForTheHeadOfTheDepartment() {
    // given
    Holder head = hires(person("head", Optional.empty(), department(), Holder.Status.ON_LEAVE));
    defines(1, Optional.empty());
    CandidateFound found = keptByALonelyHolder();
    // when
    standsIn(head);
    // then
    Cast.await(found, "AwaitingApproval");
  }

  @Test
  void whenTheManagerOfTheOwnerOfARobotIsBack() {
    // given
    defines(1, Optional.empty());
    Holder away = person("away", Optional.empty(), "Far away", Holder.Status.ON_LEAVE);
    hires(away);
    Holder owner = hires(person("human", Optional.of(away), department(), Holder.Status.ACTIVE));
    CandidateFound found = kept(hires(robotOf(owner)), owner);
    // when
    hires(Story.with(away, Holder.Status.ACTIVE));
    // then
    Cast.await(found, "AwaitingApproval");
  }

  @Test
  void whenTheOneWhoStandsInForTheManagerIsBack() {
    // given
    defines(1, Optional.empty());
    Holder away = hires(person("away", Optional.empty(), "Far away", Holder.Status.ON_LEAVE));
    Holder instead = hires(person("instead", Optional.empty(), "Nowhere", Holder.Status.ON_LEAVE));
    nameStandIn(instead, away);
    Holder holder = hires(person("holder", Optional.of(away), department(), Holder.Status.ACTIVE));
    CandidateFound found = kept(holder, holder);
    // when
    hires(Story.with(instead, Holder.Status.ACTIVE));
    // then
    Cast.await(found, "AwaitingApproval");
  }

  private void standsIn(Holder forWhom) {
    nameStandIn(
        hires(person("instead", Optional.empty(), "Nowhere", Holder.Status.ACTIVE)), forWhom);
  }

  private void nameStandIn(Holder who, Holder forWhom) {
    Awaitility.await().until(() -> people.find(who.id()).isPresent());
    StandIn standIn =
        new StandIn(who.id(), forWhom.id(), Cast.now(), Cast.now().plus(Duration.ofDays(5)));
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                assertThat(standIns.name(standIn, who, Actor.operator("operator"), Cast.now()))
                    .isInstanceOf(NameStandIn.Outcome.Named.class));
  }

  private Holder robotOf(Holder owner) {
    Holder it = person("robot", Optional.empty(), department(), Holder.Status.ACTIVE);
    return new Holder(
        it.id(),
        Holder.Kind.SERVICE_ACCOUNT,
        it.identifiers(),
        it.name(),
        it.status(),
        it.since(),
        Optional.empty(),
        Optional.of(owner.id()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        it.asOf());
  }

  /** The only manager has left, and there is nobody else in the department. */
  private CandidateFound keptByALonelyHolder() {
    Holder gone = hires(person("gone", Optional.empty(), department(), Holder.Status.LEFT));
    Holder holder = hires(person("holder", Optional.of(gone), department(), Holder.Status.ACTIVE));
    return kept(holder, holder);
  }

  /** The one who answers for it keeps it, and nobody may decide. */
  private CandidateFound kept(Holder holder, Holder asked) {
    CandidateFound found = cast.found(holder, application.value(), 70, 100);
    MailServer.Letter mail = MailServer.letterTo(asked.email().orElseThrow(), 1);
    Stage.send(mail, mail.code(), "Keep").then().statusCode(200);
    Cast.await(found, "AttentionRequired");
    return found;
  }

  private Holder hires(Holder person) {
    topics.send("usage-ingest", new HolderChanged(person));
    return person;
  }

  private String department() {
    return "Department " + tag;
  }

  private Holder person(
      String name, Optional<Holder> manager, String department, Holder.Status status) {
    String login = name + "-" + tag;
    return new Holder(
        HolderId.of(login),
        Holder.Kind.PERSON,
        List.of(new Identifier(Identifier.Kind.EMAIL, login + "@example.com")),
        name,
        status,
        Cast.now().minus(Duration.ofDays(900)),
        manager.map(Holder::id),
        Optional.empty(),
        Optional.of(department),
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        Cast.now().minus(Duration.ofDays(30)));
  }

  private void defines(int version, Optional<String> owner) {
    topics.send(
        "rule-evaluator",
        new ApplicationDefined(
            application,
            version,
            "Application " + tag,
            List.of(),
            owner,
            Optional.empty(),
            List.of(),
            false,
            Optional.empty(),
            "",
            30,
            false));
  }
}
