package dev.reclaim.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.events.ConsentEvent.CandidateClosed;
import dev.reclaim.events.Handling;
import dev.reclaim.events.SignalEvent.HolderChanged;
import dev.reclaim.http.RepeatedRequests;
import dev.reclaim.testkit.RealInfrastructure;
import dev.reclaim.testkit.SameRequest;
import dev.reclaim.testkit.TopicView;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = RealInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "consent_service"))
@WithTestResource(MailServer.class)
class RepeatedRequestsTest {

  private static final int REPEATS = 1_000;

  @TestHTTPResource("/")
  URI root;

  @Test
  void anOrderIsCarriedOutOnceAndAnsweredAlike() throws Exception {
    try (TopicView topics = new TopicView()) {
      // given
      Stage stage = new Stage(topics, Story.asking(Handling.Silence.KEEP));
      topics.send("usage-ingest", new HolderChanged(stage.holder));
      topics.send("rule-evaluator", stage.found);
      stage.awaitState("AwaitingUser");
      HttpRequest request =
          HttpRequest.newBuilder(root.resolve(stage.path() + "/skip"))
              .header("Authorization", SameRequest.authorization("operator"))
              .header("Content-Type", "application/json")
              .header(RepeatedRequests.HEADER, UUID.randomUUID().toString())
              .POST(HttpRequest.BodyPublishers.ofString("{\"reason\": \"They need it.\"}"))
              .build();
      // when
      Set<String> answers = SameRequest.answers(REPEATS, request);
      // then
      assertThat(answers).hasSize(1).first().asString().startsWith("200 ");
      stage.said(CandidateClosed.class);
      assertThat(stage.countOf(CandidateClosed.class)).isEqualTo(1);
    }
  }
}
