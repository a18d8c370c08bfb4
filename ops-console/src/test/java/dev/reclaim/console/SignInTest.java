package dev.reclaim.console;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import dev.reclaim.testkit.RealInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(
    value = RealInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "ops_console"))
class SignInTest {

  private static RequestSpecification browser() {
    return given().header("Accept", "text/html,*/*;q=0.8").redirects().follow(false);
  }

  private static Response signIn(String password) {
    return browser()
        .formParam("login", "operator")
        .formParam("password", password)
        .post("/sign-in");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/candidates", "/candidates/cand-1", "/services"})
  void aBrowserIsSentToTheSignInPage(String path) {
    browser().get(path).then().statusCode(303).header("Location", endsWith("/login"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/candidates", "/candidates/cand-1", "/services"})
  void aProgramGetsAProblem(String path) {
    given()
        .redirects()
        .follow(false)
        .get(path)
        .then()
        .statusCode(401)
        .contentType("application/problem+json");
  }

  @Test
  void theRightPasswordOpensThePageThatWasAskedFor() {
    // given
    String wanted = "/candidates?state=held";
    Map<String, String> cookies = browser().get(wanted).cookies();

    // when
    Response answer =
        browser()
            .cookies(cookies)
            .formParam("login", "operator")
            .formParam("password", RealInfrastructure.PASSWORD)
            .post("/sign-in");

    // then
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.header("Location")).endsWith(wanted);
    assertThat(answer.headers().getValues("Set-Cookie"))
        .anySatisfy(
            cookie ->
                assertThat(cookie.toLowerCase(Locale.ROOT))
                    .startsWith("reclaim-session=")
                    .contains("httponly", "samesite=strict"));
    browser()
        .cookies(answer.cookies())
        .get(wanted)
        .then()
        .statusCode(200)
        .body(containsString("operator"));
  }

  @Test
  void aWrongPasswordOpensNothingAndSaysSo() {
    // when
    Response answer = signIn("wrong");

    // then
    assertThat(answer.header("Location")).endsWith("/login?wrong=true");
    assertThat(answer.cookies()).doesNotContainKey("reclaim-session");
    browser()
        .get("/login?wrong=true")
        .then()
        .statusCode(200)
        .body(containsString("Login and password do not match"));
  }

  @Test
  void signingOutTakesTheCookieAway() {
    // given
    Map<String, String> session = signIn(RealInfrastructure.PASSWORD).cookies();
    Response page = browser().cookies(session).get("/candidates");
    String token = Jsoup.parse(page.asString()).select("[name=csrf]").attr("value");

    // when
    Response out =
        browser().cookies(session).cookies(page.cookies()).formParam("csrf", token).post("/logout");

    // then
    assertThat(out.statusCode()).isEqualTo(303);
    assertThat(out.headers().getValues("Set-Cookie"))
        .anySatisfy(
            cookie -> assertThat(cookie).startsWith("reclaim-session=").contains("Max-Age=0"));
  }

  @Test
  void aForgedSessionIsNone() {
    browser()
        .cookie("reclaim-session", "bm90LWEtc2Vzc2lvbg==")
        .get("/candidates")
        .then()
        .statusCode(303)
        .header("Location", endsWith("/login"));
  }

  @Test
  void aFeedMayNotReadThePages() {
    Response refused = Console.get("feed", "/candidates");
    assertThat(refused.statusCode()).isEqualTo(403);
  }

  @Test
  void anAuditorReadsAndIsOfferedNoOrders() {
    // given
    Walk walk = Walk.of("read-only", "tableau", Instant.now());
    Console.tell(walk);
    assertThat(Console.awaitDetail(walk, 1).select("#orders button")).isNotEmpty();

    // when
    Response page = Console.get("auditor", "/candidates/" + walk.id());

    // then
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(Jsoup.parse(page.asString()).select("#orders button")).isEmpty();
    given()
        .auth()
        .preemptive()
        .basic("auditor", RealInfrastructure.PASSWORD)
        .formParam("why", "because")
        .post("/candidates/" + walk.id() + "/skip")
        .then()
        .statusCode(403);
  }

  @Test
  void aServiceActsForAPersonWithThatPersonsRoles() {
    assertThat(onBehalf("service", "auditor").statusCode()).isEqualTo(200);
    assertThat(onBehalf("service", "feed").statusCode()).isEqualTo(403);
    assertThat(onBehalf("service", "nobody").statusCode()).isEqualTo(401);
  }

  @Test
  void nobodyElseCanActForAPerson() {
    assertThat(onBehalf("feed", "operator").statusCode()).isEqualTo(403);
    assertThat(onBehalf("auditor", "admin").asString()).contains("<span>auditor</span>");
  }

  private static Response onBehalf(String caller, String person) {
    return given()
        .auth()
        .preemptive()
        .basic(caller, RealInfrastructure.PASSWORD)
        .header("X-Reclaim-On-Behalf-Of", person)
        .get("/candidates");
  }

  @Test
  void ourOwnFormIsTakenThoughItsOriginIsHidden() {
    browser()
        .header("Origin", "null")
        .header("Sec-Fetch-Site", "same-origin")
        .formParam("login", "operator")
        .formParam("password", RealInfrastructure.PASSWORD)
        .post("/sign-in")
        .then()
        .statusCode(302);
  }

  @Test
  void aPageAllowsNoForeignOrInlineScript() {
    browser()
        .get("/login")
        .then()
        .header("Content-Security-Policy", containsString("script-src 'self'"))
        .header("Content-Security-Policy", not(containsString("unsafe")));
  }

  @Test
  void anotherSiteMayNotSignAnybodyIn() {
    browser()
        .header("Origin", "https://elsewhere.example")
        .formParam("login", "operator")
        .formParam("password", RealInfrastructure.PASSWORD)
        .post("/sign-in")
        .then()
        .statusCode(403);
  }
}
