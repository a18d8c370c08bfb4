package dev.reclaim.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.reclaim.events.ConsentEvent.CandidateNeedsAttention;
import dev.reclaim.events.ConsentEvent.RevocationApproved;
import dev.reclaim.events.RevocationEvent.RevocationFailed;
import dev.reclaim.events.RevocationEvent.Step;
import dev.reclaim.events.RevocationId;
import dev.reclaim.testkit.RealInfrastructure;
import dev.reclaim.testkit.TopicView;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the outside system refused comes back to people, as revocation-service publishes it. */
@QuarkusTest
@WithTestResource(
    value = RealInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "consent_service"))
@WithTestResource(MailServer.class)
class FailedRevocationTest {

  private static final String WHY = "The vendor has no way to take a seat that a group gives.";
  private static final String WHAT_TO_DO = "Take the account out of the group, then resume.";

  private final TopicView topics = new TopicView();

  @AfterEach
  void hangUp() {
    topics.close();
  }

  @Test
  void aFailedRevocationNeedsAttentionSaysWhatToDoAndGoesOnWhenItIsResumed() {
    // given
    Stage stage = new Stage(topics, Story.askingNobody(true));
    stage.peopleAreKnown();
    topics.send("rule-evaluator", stage.found);
    RevocationApproved approved = stage.said(RevocationApproved.class);
    // when
    topics.send(
        "revocation-service",
        new RevocationFailed(
            RevocationId.of(approved.candidate()),
            approved.candidate(),
            approved.seat(),
            WHY,
            Optional.of(Step.FREE_SEAT),
            WHAT_TO_DO));
    // then
    stage.awaitState("AttentionRequired");
    CandidateNeedsAttention said = stage.said(CandidateNeedsAttention.class);
    assertThat(said.why()).isEqualTo(WHY);
    assertThat(said.whatToDo()).isEqualTo(WHAT_TO_DO);
    Stage.as("operator")
        .get(stage.path())
        .then()
        .body("candidate.why", equalTo(WHY))
        .body("candidate.whatToDo", equalTo(WHAT_TO_DO));
    // when
    Stage.as("operator")
        .post(stage.path() + "/resume?reason=The+group+is+empty+now.")
        .then()
        .statusCode(200);
    // then
    Awaitility.await().until(() -> stage.countOf(RevocationApproved.class) == 2);
    assertThat(stage.state()).isEqualTo("AwaitingRevocation");
  }
}
