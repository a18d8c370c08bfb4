package dev.reclaim.consent;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.reclaim.events.CampaignName;
import dev.reclaim.events.CampaignPlan;
import dev.reclaim.events.ConsentEvent.CandidateNeedsAttention;
import dev.reclaim.events.ConsentEvent.Further;
import dev.reclaim.events.ConsentEvent.HolderAnswered;
import dev.reclaim.events.Handling;
import dev.reclaim.events.PolicyEvent.CampaignDefined;
import dev.reclaim.testkit.RealInfrastructure;
import dev.reclaim.testkit.TopicView;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = RealInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "consent_service"))
@WithTestResource(MailServer.class)
class MoreQuestionsTest {

  private final TopicView topics = new TopicView();

  @AfterEach
  void hangUp() {
    topics.close();
  }

  private static CampaignDefined campaign(int version, boolean draft) {
    return new CampaignDefined(
        new CampaignName("more"),
        version,
        Map.of("en", "Still needed?"),
        Map.of("en", "Please have a look."),
        Optional.of(
            new CampaignPlan(
                Optional.empty(),
                List.of(
                    new CampaignPlan.Question(
                        "decision", CampaignPlan.Kind.DECISION, Map.of(), List.of(), true),
                    new CampaignPlan.Question(
                        "why",
                        CampaignPlan.Kind.SINGLE,
                        Map.of("en", "Why?"),
                        List.of(
                            new CampaignPlan.Option("done", Map.of("en", "Done")),
                            new CampaignPlan.Option("other", Map.of("en", "Other"))),
                        true)),
                CampaignPlan.ReasonForKeep.REQUIRED,
                CampaignPlan.Priority.NORMAL,
                CampaignPlan.Timing.USUAL,
                draft)),
        false);
  }

  private static ValidatableResponse answer(MailServer.Letter mail, Map<String, Object> more) {
    Map<String, Object> body = new java.util.HashMap<>(more);
    body.put("code", mail.code());
    return given()
        .accept(ContentType.JSON)
        .contentType(ContentType.JSON)
        .body(body)
        .post("/prompts/" + mail.token())
        .then();
  }

  @Test
  void aCampaignAsksWhenItIsPublishedAndTakesOnlyWholeAnswers() {
    // given
    Stage stage = new Stage(topics, Story.under("more", Story.asking(Handling.Silence.KEEP)));
    stage.peopleAreKnown();
    topics.send("rule-evaluator", campaign(1, true));
    topics.send("rule-evaluator", stage.found);
    assertThat(stage.said(CandidateNeedsAttention.class).whatToDo()).contains("Publish");
    // when
    topics.send("rule-evaluator", campaign(2, false));
    MailServer.Letter mail = stage.mailToHolder();
    // then
    answer(mail, Map.of("answer", "Keep", "further", Map.of("why", List.of("done"))))
        .statusCode(400)
        .body("field", equalTo("comment"));
    answer(mail, Map.of("answer", "Release")).statusCode(400).body("field", equalTo("why"));
    answer(mail, Map.of("answer", "Release", "further", Map.of("why", List.of("${7*7}"))))
        .statusCode(400)
        .body("field", equalTo("why"));
    assertThat(stage.countOf(HolderAnswered.class)).isZero();
    // when
    answer(mail, Map.of("answer", "Release", "further", Map.of("why", List.of("done"))))
        .statusCode(200)
        .body("state", equalTo("AwaitingRevocation"));
    // then
    assertThat(stage.said(HolderAnswered.class).further())
        .containsExactly(new Further("why", List.of("done")));
  }
}
