package dev.reclaim.consent;

import static dev.reclaim.consent.Stage.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import dev.reclaim.events.CampaignName;
import dev.reclaim.events.CandidateEvent.CandidateWithdrawn;
import dev.reclaim.events.ConsentEvent.AnswerRefused;
import dev.reclaim.events.ConsentEvent.CandidateClosed;
import dev.reclaim.events.ConsentEvent.HolderAnswered;
import dev.reclaim.events.ConsentEvent.ManagerAsked;
import dev.reclaim.events.ConsentEvent.RevocationApproved;
import dev.reclaim.events.Handling;
import dev.reclaim.events.HolderId;
import dev.reclaim.events.PolicyEvent.CampaignDefined;
import dev.reclaim.events.RevocationEvent.RevocationVerified;
import dev.reclaim.events.RevocationId;
import dev.reclaim.events.SignalEvent.HolderChanged;
import dev.reclaim.testkit.RealInfrastructure;
import dev.reclaim.testkit.TopicView;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = RealInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "consent_service"))
@WithTestResource(MailServer.class)
class WholeTalkTest {

  private final TopicView topics = new TopicView();
  @Inject People people;
  @Inject Applications applications;

  @AfterEach
  void hangUp() {
    topics.close();
  }

  @Test
  void theHolderReleasesAndTheReadBackCloses() {
    // given
    Stage stage = Stage.begun(topics, Handling.Silence.KEEP);
    MailServer.Letter mail = stage.mailToHolder();
    assertThat(mail.text())
        .contains("No use of Tableau for 90 days.", "€70 a month", "in 7 days", mail.code());
    // when
    Stage.fillIn(mail, mail.code(), "Release")
        .then()
        .statusCode(200)
        .body(containsString("The seat will be released"));
    // then
    stage.said(HolderAnswered.class);
    RevocationApproved approved = stage.said(RevocationApproved.class);
    assertThat(approved.unlessUsedAfter()).hasValue(stage.found.asOf());
    // when
    topics.send(
        "revocation-service",
        new RevocationVerified(
            RevocationId.of(stage.found.candidate()),
            stage.found.candidate(),
            stage.found.seat(),
            "Read back: the seat is free.",
            Story.MONDAY.plus(Duration.ofDays(30))));
    // then
    assertThat(stage.said(CandidateClosed.class).outcome())
        .isEqualTo(CandidateClosed.Outcome.COMPLETE);
    as("auditor")
        .get(stage.path())
        .then()
        .statusCode(200)
        .body("candidate.state", equalTo("ClosedComplete"))
        .body("candidate.holder.name", equalTo(stage.holder.name()))
        .body("candidate.pricePerMonth.amount", equalTo(70))
        .body("facts.reasons[0].code", equalTo("idle"))
        .body(
            "history.what",
            hasItems("HolderAsked", "HolderAnswered", "RevocationApproved", "CandidateClosed"));
  }

  @Test
  void theHolderKeepsAndTheManagerDecidesByMail() {
    // given
    Stage stage = Stage.begun(topics, Handling.Silence.RELEASE);
    MailServer.Letter mail = stage.mailToHolder();
    Stage.send(mail, mail.code(), "Keep").then().statusCode(200).body("changeable", equalTo(true));
    MailServer.Letter toManager = stage.mailToManager();
    assertThat(toManager.subject()).contains(stage.holder.name());
    given()
        .accept(ContentType.HTML)
        .get("/prompts/" + toManager.token())
        .then()
        .body(containsString("Keep " + stage.holder.name() + "&#39;s seat"));
    // when
    Stage.fillIn(toManager, toManager.code(), "Keep").then().statusCode(200);
    // then
    assertThat(stage.said(CandidateClosed.class).outcome())
        .isEqualTo(CandidateClosed.Outcome.SKIPPED);
    given()
        .accept(ContentType.HTML)
        .get("/prompts/" + mail.token())
        .then()
        .statusCode(410)
        .body(containsString("The seat is kept"));
  }

  @Test
  void onlyTheApproverDecidesInASession() {
    // given
    Stage stage = new Stage(topics, Story.asking(Handling.Silence.RELEASE));
    topics.send("usage-ingest", new HolderChanged(Story.person("Feed")));
    topics.send(
        "usage-ingest", new HolderChanged(Story.managedBy(stage.holder, Story.person("operator"))));
    topics.send("usage-ingest", new HolderChanged(Story.person("operator")));
    Awaitility.await().until(() -> known("operator") && known(stage.holder.name()));
    topics.send("rule-evaluator", stage.found);
    MailServer.Letter mail = stage.mailToHolder();
    Stage.send(mail, mail.code(), "Keep").then().statusCode(200);
    String approval = "/approvals/" + stage.found.candidate();
    // when
    as("admin")
        .contentType(ContentType.JSON)
        .body(Map.of("answer", "Release"))
        .post(approval)
        .then()
        .statusCode(403);
    // then
    assertThat(stage.said(AnswerRefused.class).by().id()).isEqualTo("admin");
    assertThat(stage.state()).isEqualTo("AwaitingApproval");
    as("operator")
        .get("/approvals")
        .then()
        .statusCode(200)
        .body("approvals.candidate.id", hasItem(stage.found.candidate().value()));
    // when
    as("operator")
        .contentType(ContentType.JSON)
        .body(Map.of("answer", "Release"))
        .post(approval)
        .then()
        .statusCode(200)
        .body("state", equalTo("AwaitingRevocation"));
    // then
    stage.said(RevocationApproved.class);
    as("operator")
        .contentType(ContentType.JSON)
        .body(Map.of("answer", "Keep"))
        .post(approval)
        .then()
        .statusCode(409);
  }

  private boolean known(String name) {
    return people.find(HolderId.of(name)).isPresent();
  }

  @Test
  void useCancelsAndTheLinkIsClosed() {
    // given
    Stage stage = Stage.begun(topics, Handling.Silence.RELEASE);
    MailServer.Letter mail = stage.mailToHolder();
    // when
    stage.withdrawn(CandidateWithdrawn.Cause.USED);
    stage.withdrawn(CandidateWithdrawn.Cause.USED);
    // then
    assertThat(stage.said(CandidateClosed.class).outcome())
        .isEqualTo(CandidateClosed.Outcome.CANCELED);
    Stage.send(mail, mail.code(), "Release").then().statusCode(409);
    assertThat(stage.countOf(CandidateClosed.class)).isEqualTo(1);
    assertThat(stage.countOf(RevocationApproved.class)).isZero();
  }

  @Test
  void newsBeforeTheCandidateIsNotLost() {
    // given
    Stage stage = new Stage(topics, Story.asking(Handling.Silence.RELEASE));
    stage.peopleAreKnown();
    stage.withdrawn(CandidateWithdrawn.Cause.USED);
    // when
    topics.send("rule-evaluator", stage.found);
    // then
    stage.awaitState("ClosedCanceled");
  }

  @Test
  void silenceAsksTheManagerAndTheManagersSilenceKeeps() {
    // given
    Stage stage = Stage.begun(topics, Handling.Silence.ASK_APPROVER);
    stage.mailToHolder();
    // when
    MovableClock.TIME.advance(Duration.ofDays(7));
    // then
    stage.said(ManagerAsked.class);
    stage.mailToManager();
    // when
    MovableClock.TIME.advance(Duration.ofDays(7));
    // then
    assertThat(stage.said(CandidateClosed.class).why()).contains("No approver answered in time");
  }

  @Test
  void germanReadersAreAskedInGermanWithTheCampaignsTextAsData() {
    // given
    topics.send(
        "rule-evaluator",
        new CampaignDefined(
            new CampaignName("spring"),
            1,
            Map.of("en", "Tidy up", "de", "Aufräumen {q.keep}"),
            Map.of("de", "<script>alert(1)</script> {w.lang}"),
            false));
    Handling handling = Story.asking(Handling.Silence.KEEP);
    Stage stage =
        new Stage(
            topics,
            new Handling(
                handling.mode(),
                new Handling.Asking(
                    handling.asking().ask(),
                    Optional.of(new CampaignName("spring")),
                    handling.asking().answerWithin(),
                    handling.asking().silence()),
                handling.approval(),
                handling.taking(),
                true));
    topics.send("usage-ingest", new HolderChanged(stage.manager));
    topics.send("usage-ingest", new HolderChanged(Story.speaking(stage.holder, "de")));
    Awaitility.await().until(() -> known(stage.holder.name()));
    Awaitility.await().until(() -> applications.campaign(new CampaignName("spring")).isPresent());
    // when
    topics.send("rule-evaluator", stage.found);
    MailServer.Letter mail = stage.mailToHolder();
    // then
    assertThat(mail.subject()).isEqualTo("Aufräumen {q.keep}");
    assertThat(mail.html())
        .contains("lang=\"de\"", "&lt;script&gt;alert(1)&lt;/script&gt; {w.lang}")
        .doesNotContain("<script>");
    assertThat(mail.text()).contains("Brauchen Sie", "70\u00a0€");
  }

  @Test
  void operatorsAreToldWhatTheStateDoesNotAllow() {
    // given
    Stage stage = Stage.begun(topics, Handling.Silence.KEEP);
    stage.awaitState("AwaitingUser");
    // then
    as("operator")
        .post(stage.path() + "/reclaim")
        .then()
        .statusCode(409)
        .contentType("application/problem+json")
        .body("detail", containsString("their answer decides"));
    as("operator")
        .contentType(ContentType.JSON)
        .body(Map.of())
        .post(stage.path() + "/skip")
        .then()
        .statusCode(400)
        .body("field", equalTo("reason"));
    as("auditor").post(stage.path() + "/reclaim").then().statusCode(403);
    as("operator").post("/candidates/nobody/resume").then().statusCode(404);
    as("operator").get("/candidates?state=asleep").then().statusCode(400);
    as("operator")
        .get("/candidates?state=awaiting-user&holder=" + stage.holder.id())
        .then()
        .statusCode(200)
        .body("candidates.id", hasItem(stage.found.candidate().value()));
    // when
    as("operator")
        .contentType(ContentType.JSON)
        .body(Map.of("reason", "They need it."))
        .post(stage.path() + "/skip")
        .then()
        .statusCode(200);
    // then
    assertThat(stage.said(CandidateClosed.class).by().id()).isEqualTo("operator");
  }
}
