package dev.reclaim.usage.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.http.RepeatedRequests;
import dev.reclaim.testkit.RealInfrastructure;
import dev.reclaim.testkit.SameRequest;
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
    initArgs = @ResourceArg(name = "database", value = "usage_ingest"))
class RepeatedRequestsTest {

  private static final int REPEATS = 1_000;

  @TestHTTPResource("/people")
  URI people;

  @Test
  void aRosterIsTakenOnceAndAnsweredAlike() throws Exception {
    // given
    String number = "once-" + UUID.randomUUID().toString().substring(0, 8);
    HttpRequest request =
        HttpRequest.newBuilder(people)
            .header("Authorization", SameRequest.authorization("feed"))
            .header("Content-Type", "text/csv")
            .header(RepeatedRequests.HEADER, number)
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "employeeNumber,status\n%s,active\n".formatted(number)))
            .build();
    // when
    Set<String> answers = SameRequest.answers(REPEATS, request);
    // then
    assertThat(answers).hasSize(1).first().asString().startsWith("200 ");
    assertThat(RawInbox.withHeader("ce_partitionkey", number)).hasSize(1);
  }
}
