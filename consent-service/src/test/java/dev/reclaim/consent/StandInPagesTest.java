package dev.reclaim.consent;

import static dev.reclaim.consent.Stage.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.reclaim.events.ConsentEvent.ManagerAsked;
import dev.reclaim.events.ConsentEvent.StandInEnded;
import dev.reclaim.events.ConsentEvent.StandInNamed;
import dev.reclaim.events.Handling;
import dev.reclaim.events.Holder;
import dev.reclaim.events.SignalEvent.HolderChanged;
import dev.reclaim.events.Topic;
import dev.reclaim.testkit.RealInfrastructure;
import dev.reclaim.testkit.TopicView;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = RealInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "consent_service"))
@WithTestResource(MailServer.class)
class StandInPagesTest {

  private final TopicView topics = new TopicView();
  @Inject People people;

  @AfterEach
  void hangUp() {
    topics.close();
  }

  private void known(Holder... all) {
    for (Holder one : all) {
      topics.send("usage-ingest", new HolderChanged(one));
      Awaitility.await().until(() -> people.find(one.id()).isPresent());
    }
  }

  private static ValidatableResponse name(String login, Map<String, Object> body) {
    return as(login).contentType(ContentType.JSON).body(body).put("/stand-ins").then();
  }

  private static String inAWeek() {
    return MovableClock.TIME.instant().plus(Duration.ofDays(6)).toString();
  }

  @Test
  void whatWaitsAlreadyGoesToTheStandInAndBothAreOnTheRecord() {
    // given
    Stage stage = Stage.begun(topics, Handling.Silence.KEEP);
    MailServer.Letter mail = stage.mailToHolder();
    Stage.send(mail, mail.code(), "Keep").then().statusCode(200);
    stage.said(ManagerAsked.class);
    Holder petra = Story.person("Petra" + stage.manager.name());
    known(petra);
    // when
    name(
            "operator",
            Map.of(
                "who", petra.id().value(),
                "forWhom", stage.manager.id().value(),
                "until", inAWeek()))
        .statusCode(200)
        .body("who", equalTo(petra.id().value()));
    // then
    assertThat(stage.said(ManagerAsked.class, it -> it.approver().equals(petra.id())).why())
        .startsWith(petra.name() + " decides now");
    MailServer.letterTo(petra.email().orElseThrow(), 1);
    StandInNamed named =
        topics.await(
            Topic.CONSENT, StandInNamed.class, it -> it.holder().equals(stage.manager.id()));
    assertThat(named.standIn()).isEqualTo(petra.id());
    assertThat(named.by().id()).isEqualTo("operator");
    as("operator")
        .get("/stand-ins")
        .then()
        .statusCode(200)
        .body("standIns.forWhom", hasItem(stage.manager.id().value()));
    // when
    as("operator").delete("/stand-ins/" + stage.manager.id()).then().statusCode(204);
    // then
    topics.await(Topic.CONSENT, StandInEnded.class, it -> it.holder().equals(stage.manager.id()));
    as("operator").delete("/stand-ins/" + stage.manager.id()).then().statusCode(404);
  }

  @Test
  void oneThatBeginsLaterTakesOverWhenItsTimeHasCome() {
    // given
    Stage stage = Stage.begun(topics, Handling.Silence.KEEP);
    MailServer.Letter mail = stage.mailToHolder();
    Stage.send(mail, mail.code(), "Keep").then().statusCode(200);
    Holder petra = Story.person("Later" + stage.manager.name());
    known(petra);
    // when
    name(
            "operator",
            Map.of(
                "who", petra.id().value(),
                "forWhom", stage.manager.id().value(),
                "from", MovableClock.TIME.instant().plus(Duration.ofHours(1)).toString(),
                "until", inAWeek()))
        .statusCode(200);
    MovableClock.TIME.advance(Duration.ofHours(1));
    // then
    stage.said(ManagerAsked.class, it -> it.approver().equals(petra.id()));
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    // given
    Holder anna = Story.person("StandAnna");
    Holder bert = Story.person("StandBert");
    known(anna, bert);
    Map<String, Object> bertForAnna =
        Map.of("who", bert.id().value(), "forWhom", anna.id().value(), "until", inAWeek());
    name("operator", bertForAnna).statusCode(200);
    // then
    name(
            "operator",
            Map.of("who", anna.id().value(), "forWhom", bert.id().value(), "until", inAWeek()))
        .statusCode(409)
        .body("detail", containsString("in a circle"));
    name(
            "operator",
            Map.of("who", anna.id().value(), "forWhom", anna.id().value(), "until", inAWeek()))
        .statusCode(400)
        .body("field", equalTo("who"));
    name(
            "operator",
            Map.of(
                "who", bert.id().value(),
                "forWhom", anna.id().value(),
                "until", MovableClock.TIME.instant().toString()))
        .statusCode(400)
        .body("field", equalTo("until"));
    name("operator", Map.of("who", "nobody-knows", "until", inAWeek()))
        .statusCode(400)
        .body("field", equalTo("who"));
    name("operator", Map.of("who", bert.id().value()))
        .statusCode(400)
        .body("field", equalTo("until"));
    name("auditor", bertForAnna).statusCode(403);
  }
}
