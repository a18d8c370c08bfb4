package dev.reclaim.usage.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import dev.reclaim.events.Holder;
import dev.reclaim.events.HolderId;
import dev.reclaim.events.SignalEvent.HolderChanged;
import dev.reclaim.events.Topic;
import dev.reclaim.testkit.RealInfrastructure;
import dev.reclaim.testkit.TopicView;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** {@code POST /people?complete=true}. Everything is long past, so that no other test is meant. */
@QuarkusTest
@WithTestResource(
    value = RealInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "usage_ingest"))
class CompleteRosterTest {

  private static final int PEOPLE = 40;

  private final String tag = UUID.randomUUID().toString().substring(0, 8);

  @Test
  void whoIsMissingFromACompleteRosterIsNoLongerInIt() {
    try (TopicView topics = new TopicView()) {
      // given
      deliver(1, PEOPLE, "asOf=2001-01-01T00:00:00Z").body("missing", nullValue());
      awaitAll(topics);

      // when
      deliver(3, PEOPLE, "asOf=2001-01-02T00:00:00Z&complete=true").body("missing", is(2));

      // then
      Holder first = awaitInRoster(topics, 1, false);
      assertThat(first.name()).isEqualTo("Person 1");
      assertThat(first.status()).isEqualTo(Holder.Status.ACTIVE);
      assertThat(first.department()).contains("Sales");
      awaitInRoster(topics, 2, false);
      deliver(2, PEOPLE, "asOf=2001-01-03T00:00:00Z&complete=true").body("missing", is(0));
      awaitInRoster(topics, 2, true);
    }
  }

  @Test
  void aRosterThatLacksTooManyAtOnceIsRefusedUntilTheNumberIsConfirmed() {
    try (TopicView topics = new TopicView()) {
      // given
      deliver(1, PEOPLE, "asOf=2002-01-01T00:00:00Z");
      awaitAll(topics);

      // then
      post(PEOPLE, PEOPLE, "asOf=2002-01-02T00:00:00Z&complete=true&missing=38")
          .statusCode(409)
          .contentType("application/problem+json")
          .body("detail", containsString("39 of "))
          .body("detail", containsString("missing=39"));
      deliver(PEOPLE, PEOPLE, "asOf=2002-01-02T00:00:00Z&complete=true&missing=39")
          .body("missing", is(39));
      awaitInRoster(topics, 1, false);
    }
  }

  @Test
  void aRosterWithABrokenLineTellsNobodyMissing() {
    try (TopicView topics = new TopicView()) {
      // given
      deliver(1, PEOPLE, "asOf=2003-01-01T00:00:00Z");
      awaitAll(topics);

      // then
      given()
          .auth()
          .preemptive()
          .basic("feed", RealInfrastructure.PASSWORD)
          .contentType("text/csv")
          .body(bytes("employeeNumber,status\n%s,asleep\n".formatted(number(1))))
          .when()
          .post("/people?asOf=2003-01-02T00:00:00Z&complete=true")
          .then()
          .statusCode(200)
          .body("rejected.size()", is(1))
          .body("missing", nullValue())
          .body("missingNotJudged", containsString("mend them"));
    }
  }

  private ValidatableResponse deliver(int first, int last, String query) {
    return post(first, last, query).statusCode(200).body("accepted", is(last - first + 1));
  }

  private ValidatableResponse post(int first, int last, String query) {
    String lines =
        IntStream.rangeClosed(first, last)
            .mapToObj(i -> "%s,Person %d,active,Sales\n".formatted(number(i), i))
            .collect(Collectors.joining());
    return given()
        .auth()
        .preemptive()
        .basic("feed", RealInfrastructure.PASSWORD)
        .contentType("text/csv")
        .body(bytes("employeeNumber,name,status,department\n" + lines))
        .when()
        .post("/people?" + query)
        .then();
  }

  private void awaitAll(TopicView topics) {
    IntStream.rangeClosed(1, PEOPLE).forEach(i -> awaitInRoster(topics, i, true));
  }

  private Holder awaitInRoster(TopicView topics, int person, boolean there) {
    HolderId id = HolderId.of(number(person));
    return topics
        .await(
            Topic.SIGNALS,
            HolderChanged.class,
            changed ->
                changed.profile().id().equals(id)
                    && changed
                        .profile()
                        .details()
                        .flatMap(Holder.Details::inRoster)
                        .equals(Optional.of(there)))
        .profile();
  }

  private String number(int person) {
    return "r%d-%s".formatted(person, tag);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
