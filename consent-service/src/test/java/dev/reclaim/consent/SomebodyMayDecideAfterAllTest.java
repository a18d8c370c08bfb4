package dev.reclaim.consent;

import dev.reclaim.events.ApplicationId;
import dev.reclaim.events.CandidateEvent.CandidateFound;
import dev.reclaim.events.Holder;
import dev.reclaim.events.HolderId;
import dev.reclaim.events.Identifier;
import dev.reclaim.events.PolicyEvent.ApplicationDefined;
import dev.reclaim.events.SignalEvent.HolderChanged;
import dev.reclaim.testkit.RealInfrastructure;
import dev.reclaim.testkit.TopicView;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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

  /** The only manager has left, and there is nobody else in the department. */
  private CandidateFound keptByALonelyHolder() {
    Holder gone = hires(person("gone", Optional.empty(), department(), Holder.Status.LEFT));
    Holder holder = hires(person("holder", Optional.of(gone), department(), Holder.Status.ACTIVE));
    CandidateFound found = cast.found(holder, application.value(), 70, 100);
    MailServer.Letter mail = MailServer.letterTo(holder.email().orElseThrow(), 1);
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
