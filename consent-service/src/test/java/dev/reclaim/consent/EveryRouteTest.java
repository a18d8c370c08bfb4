package dev.reclaim.consent;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.events.CandidateEvent.CandidateFound;
import dev.reclaim.events.Holder;
import dev.reclaim.testkit.RealInfrastructure;
import dev.reclaim.testkit.TopicView;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every route that changes something, as the OpenAPI document lists them. */
@QuarkusTest
@WithTestResource(
    value = RealInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "consent_service"))
@WithTestResource(MailServer.class)
class EveryRouteTest {

  private static final Set<String> HARMLESS = Set.of("get", "head", "options", "parameters");

  /** One way to call one route. */
  private record Route(String method, String path, String consumes) {

    Response call(RequestSpecification with) {
      RequestSpecification request = with.redirects().follow(false).contentType(consumes);
      if (consumes.contains("json")) {
        request =
            request.body(
                "{\"answer\":\"Release\",\"code\":\"123456\",\"reason\":\"x\",\"note\":\"x\"}");
      } else if (consumes.contains("form")) {
        request = request.formParam("answer", "Release").formParam("code", "123456");
      }
      return request.request(method.toUpperCase(Locale.ROOT), path);
    }

    @Override
    public String toString() {
      return method + " " + path + " " + consumes;
    }
  }

  private final TopicView topics = new TopicView();
  private List<Route> routes;
  private Everything before;

  @BeforeEach
  void oneQuestionIsOpen() {
    Cast cast = new Cast(topics);
    cast.defines("tableau", "Tableau");
    // Known by the login whose session is borrowed, so that every route has something to change.
    Holder holder = cast.joins("operator", "Ola Perator", "en", Optional.empty());
    CandidateFound found = cast.found(holder, "tableau", 70, 100);
    MailServer.Letter mail = MailServer.letterTo("operator@example.com", 1);
    Cast.await(found, "AwaitingUser");
    routes =
        routes(
            Map.of(
                "token", mail.token(),
                "id", found.candidate().value(),
                "candidate", found.candidate().value(),
                "name", "spring",
                "forWhom", holder.id().value(),
                "question", Cast.questionTo(holder, found).value()));
    before = Everything.now(topics);
  }

  @AfterEach
  void nothingHasChanged() {
    assertThat(Everything.now(topics)).isEqualTo(before);
    topics.close();
  }

  private static List<Route> routes(Map<String, String> names) {
    Map<String, Map<String, Object>> paths =
        given().accept("application/json").get("/q/openapi?format=json").path("paths");
    List<Route> all = new ArrayList<>();
    paths.forEach(
        (template, operations) ->
            operations.keySet().stream()
                .filter(method -> !HARMLESS.contains(method))
                .forEach(
                    method ->
                        consumed(operations.get(method))
                            .forEach(
                                type ->
                                    all.add(new Route(method, filled(template, names), type)))));
    assertThat(all.stream().map(Route::path))
        .contains("/logout", "/me/answers", "/team/decisions", "/team/hand-over")
        .noneMatch(path -> path.contains("{"))
        .hasSizeGreaterThanOrEqualTo(14);
    return all;
  }

  private static List<String> consumed(Object operation) {
    Map<?, ?> body = (Map<?, ?>) ((Map<?, ?>) operation).get("requestBody");
    return body == null
        ? List.of("application/json")
        : ((Map<?, ?>) body.get("content"))
            .keySet().stream()
                .map(String::valueOf)
                .map(type -> type.equals("*/*") ? "text/plain" : type)
                .toList();
  }

  private static String filled(String template, Map<String, String> names) {
    String path = template;
    for (Map.Entry<String, String> name : names.entrySet()) {
      path = path.replace("{" + name.getKey() + "}", name.getValue());
    }
    return path;
  }

  private static Map<String, String> session() {
    return given()
        .redirects()
        .follow(false)
        .formParam("login", "operator")
        .formParam("password", RealInfrastructure.PASSWORD)
        .post("/sign-in")
        .cookies();
  }

  @Test
  void refusesAPageOfAnotherSiteWhateverItsCredentialsAre() {
    for (Route route : routes) {
      assertThat(route.call(admin().header("Origin", "https://evil.example")).statusCode())
          .as("%s", route)
          .isEqualTo(403);
      assertThat(route.call(admin().header("Origin", "null")).statusCode())
          .as("%s", route)
          .isEqualTo(403);
    }
  }

  private static RequestSpecification admin() {
    return given().auth().preemptive().basic("admin", RealInfrastructure.PASSWORD);
  }

  @Test
  void refusesAFormOfAnotherSiteThatBorrowsASession() {
    Map<String, String> session = session();
    assertThat(session).containsKey("reclaim-session");
    for (Route route : routes) {
      for (String site : List.of("cross-site", "same-site")) {
        Response answer =
            new Route(route.method(), route.path(), "application/x-www-form-urlencoded")
                .call(given().cookies(session).header("Sec-Fetch-Site", site));
        assertThat(answer.statusCode()).as("%s %s", route, site).isEqualTo(403);
      }
    }
  }

  @Test
  void refusesASessionWithoutTheTokenOfAnOpenPage() {
    Map<String, String> session = session();
    for (Route route : routes) {
      assertThat(route.call(given().cookies(session)).statusCode()).as("%s", route).isEqualTo(403);
      assertThat(
              route
                  .call(
                      given()
                          .cookies(session)
                          .cookie("reclaim-csrf", "a".repeat(32))
                          .header("X-Reclaim-Csrf", "b".repeat(32)))
                  .statusCode())
          .as("%s with a token that is not its own", route)
          .isEqualTo(403);
    }
  }

  @Test
  void refusesStrangers() {
    for (Route route : routes) {
      if (!route.path().startsWith("/prompts/")) {
        assertThat(route.call(given()).statusCode()).as("%s", route).isIn(401, 403);
      }
    }
  }
}
