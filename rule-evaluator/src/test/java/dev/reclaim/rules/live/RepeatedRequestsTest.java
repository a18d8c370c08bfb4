package dev.reclaim.rules.live;

import static dev.reclaim.rules.live.Company.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.reclaim.http.RepeatedRequests;
import dev.reclaim.testkit.RealInfrastructure;
import dev.reclaim.testkit.SameRequest;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = RealInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "rule_evaluator"))
class RepeatedRequestsTest {

  private static final int REPEATS = 1_000;

  @TestHTTPResource("/policy/application/")
  URI applications;

  @Test
  void policyIsSavedOnceAndAnsweredAlike() throws Exception {
    // given
    String name = "once-" + UUID.randomUUID().toString().substring(0, 8);
    HttpRequest request =
        HttpRequest.newBuilder(applications.resolve(name))
            .header("Authorization", SameRequest.authorization("admin"))
            .header(RepeatedRequests.HEADER, name)
            .PUT(
                HttpRequest.BodyPublishers.ofString(
                    "kind: application\nname: %s\ntitle: Once\n".formatted(name)))
            .build();
    // when
    Set<String> answers = SameRequest.answers(REPEATS, request);
    // then
    assertThat(answers).hasSize(1).first().asString().startsWith("201 ");
    as("admin").delete("/policy/application/" + name).then().statusCode(200);
    assertThat(SameRequest.answers(1, request)).isEqualTo(answers);
    as("admin")
        .get("/policy/application/" + name + "/versions")
        .then()
        .body("version", equalTo(List.of(2, 1)));
  }
}
