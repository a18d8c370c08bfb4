package dev.reclaim.consent;

import dev.reclaim.events.Handling;
import dev.reclaim.testkit.RealInfrastructure;
import dev.reclaim.testkit.TopicView;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = RealInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "consent_service"))
@WithTestResource(MailServer.class)
class AtTheSameMomentTest {

  @Test
  void aProfileAndACandidateThatArriveTogetherFindEachOther() {
    try (TopicView topics = new TopicView()) {
      // when
      List<Stage> stages = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        stages.add(Stage.begun(topics, Handling.Silence.KEEP));
      }
      // then
      stages.forEach(stage -> stage.awaitState("AwaitingUser"));
    }
  }
}
