package dev.reclaim.console;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.testkit.RealInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The other services are played by {@link Neighbour}: a real HTTP server with fixed answers. */
@QuarkusTest
@WithTestResource(
    value = RealInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "ops_console"))
@WithTestResource(Neighbour.class)
class OrdersTest {

  private static final String TOKEN = "0123456789abcdef0123456789abcdef";

  private final Walk walk = Walk.of("orders", "tableau", Instant.now()).ready();

  @BeforeEach
  void aCandidateIsReady() {
    Neighbour.forgetAll();
    Console.tell(walk);
    Console.awaitDetail(walk, 2);
  }

  private static RequestSpecification operator() {
    return given()
        .auth()
        .preemptive()
        .basic("operator", RealInfrastructure.PASSWORD)
        .header("Accept", "text/html")
        .redirects()
        .follow(false);
  }

  private RequestSpecification form(String why) {
    return operator().cookie("reclaim-csrf", TOKEN).formParam("csrf", TOKEN).formParam("why", why);
  }

  private String path(String order) {
    return "/candidates/" + walk.id() + "/" + order;
  }

  @Test
  void anOrderReachesTheServiceInTheNameOfTheOperator() {
    // when
    Response answer = form("He told me so").post(path("skip"));

    // then
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.header("Location")).endsWith("/candidates/" + walk.id() + "?taken=true");
    assertThat(Neighbour.heard()).containsExactly(path("skip"));
    assertThat(Neighbour.lastHeader("X-reclaim-on-behalf-of")).isEqualTo("operator");
    assertThat(Neighbour.lastHeader("Authorization")).startsWith("Basic ");
    assertThat(Neighbour.lastBody()).contains("He told me so");
  }

  @Test
  void aRefusalIsShownWithItsReason() {
    // given
    Neighbour.refuses(409, "The seat is being taken back right now");

    // when
    Response answer = form("Too late").post(path("skip"));

    // then
    assertThat(answer.statusCode()).isEqualTo(409);
    Document page = Jsoup.parse(answer.asString());
    assertThat(page.select("main .notice[role=alert] p").text())
        .isEqualTo("The seat is being taken back right now");
    assertThat(page.select(".timeline > li")).hasSize(2);
  }

  @Test
  void withoutTheTokenOfThePageNothingIsOrdered() {
    assertThat(operator().formParam("why", "w").post(path("skip")).statusCode()).isEqualTo(403);
    assertThat(
            operator()
                .formParam("why", "w")
                .formParam("csrf", TOKEN)
                .post(path("skip"))
                .statusCode())
        .isEqualTo(403);
    assertThat(
            operator()
                .cookie("reclaim-csrf", TOKEN)
                .formParam("csrf", TOKEN.replace('0', '1'))
                .formParam("why", "w")
                .post(path("skip"))
                .statusCode())
        .isEqualTo(403);
    assertThat(Neighbour.heard()).isEmpty();
  }

  @Test
  void anotherApproverIsNamedAndAClosedSeatIsProven() {
    // when
    form("She is away").formParam("approver", "mari@example.com").post(path("reassign"));
    // then
    assertThat(Neighbour.heard()).containsExactly(path("reassign"));
    assertThat(Neighbour.lastBody())
        .contains("\"approver\":\"mari@example.com\"", "\"reason\":\"She is away\"");
    // when
    form("Done by hand").formParam("proof", "CHG-1").post(path("close-complete"));
    // then
    assertThat(Neighbour.lastBody()).contains("\"note\":\"Done by hand\"", "\"proof\":\"CHG-1\"");
    // when
    int heard = Neighbour.heard().size();
    assertThat(form("She is away").post(path("reassign")).statusCode()).isEqualTo(400);
    // then
    assertThat(Neighbour.heard()).hasSize(heard);
  }

  @Test
  void aReasonForReclaimingStandsInTheAddressAsTheServiceWantsIt() {
    form("The contract ends").post(path("reclaim"));
    assertThat(Neighbour.heard()).containsExactly(path("reclaim") + "?reason=The+contract+ends");
  }

  @Test
  void oneOrderAboutManyIsShownBeforeItIsGiven() {
    // given
    Neighbour.judges(1, Map.of(walk.id().value(), "It is held."));
    // when
    Document preview =
        Jsoup.parse(
            form("")
                .formParam("candidate", walk.id().value(), "cand-2")
                .formParam("order", "skip")
                .post("/candidates/orders")
                .asString());
    // then
    assertThat(preview.select("button[name=order]").text())
        .isEqualTo("Skip 1 of 2: 1 needs attention");
    assertThat(preview.select(".left").text()).contains("It is held.");
    assertThat(preview.select("input[name=candidate]").eachAttr("value"))
        .containsExactly(walk.id().value(), "cand-2");
    assertThat(Neighbour.lastBody()).contains("\"preview\":true");
    // when
    Response sure =
        form("Wanted")
            .formParam("candidate", "cand-2")
            .formParam("order", "skip")
            .formParam("sure", "true")
            .post("/candidates/orders");
    // then
    assertThat(sure.statusCode()).isEqualTo(200);
    assertThat(Neighbour.lastBody()).contains("\"preview\":false", "Wanted");
    assertThat(Neighbour.lastHeader("X-reclaim-on-behalf-of")).isEqualTo("operator");
  }

  @Test
  void aboutManyNothingIsOrderedWithoutAReasonATokenOrACandidate() {
    assertThat(
            form(" ")
                .formParam("candidate", "cand-2")
                .formParam("order", "skip")
                .formParam("sure", "true")
                .post("/candidates/orders")
                .statusCode())
        .isEqualTo(400);
    assertThat(form("w").formParam("order", "skip").post("/candidates/orders").statusCode())
        .isEqualTo(400);
    assertThat(
            form("w")
                .formParam("order", "restore")
                .formParam("candidate", "cand-2")
                .post("/candidates/orders")
                .statusCode())
        .isEqualTo(404);
    assertThat(
            operator()
                .formParam("order", "skip")
                .formParam("candidate", "cand-2")
                .post("/candidates/orders")
                .statusCode())
        .isEqualTo(403);
    assertThat(Neighbour.heard()).isEmpty();
  }

  @Test
  void withoutAReasonNothingIsOrdered() {
    assertThat(form(" ").post(path("skip")).statusCode()).isEqualTo(400);
    assertThat(Neighbour.heard()).isEmpty();
  }

  @Test
  void anOrderThatDoesNotExistIsNotFound() {
    assertThat(form("w").post(path("delete")).statusCode()).isEqualTo(404);
    assertThat(Neighbour.heard()).isEmpty();
  }

  @Test
  void servicesAreShownWithWhatIsWrong() {
    // given
    Neighbour.isDown("messaging", "listener-reclaim.signals", "no answer from the broker");

    // when
    Document page = Console.page("/services");

    // then
    assertThat(page.select(".card").text())
        .contains("consent-service Not ready messaging is down.")
        .contains("listener-reclaim.signals: no answer from the broker");
    assertThat(page.select("section:has(#brakes-title)").text())
        .contains("kill-switch Open It is off")
        .contains("share Stops 5 % in one hour", "Holds 7 revocations")
        .contains("The first 1 of them:")
        .contains("maja@example.com, tableau: 10 of 50 known seats were taken within an hour")
        .contains("Asked to let it go: anna rev-1");
    assertThat(page.select("section:has(#audit-title)").text()).contains("Entries 42");
  }
}
