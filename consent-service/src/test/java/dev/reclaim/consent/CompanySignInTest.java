package dev.reclaim.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.events.Holder;
import dev.reclaim.testkit.RealInfrastructure;
import dev.reclaim.testkit.TopicView;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** As in production: no local logins, the company's provider says who is who. */
@QuarkusTest
@WithTestResource(
    value = RealInfrastructure.class,
    initArgs = {
      @ResourceArg(name = "database", value = "consent_service"),
      @ResourceArg(name = "logins", value = "none")
    })
@WithTestResource(MailServer.class)
@WithTestResource(OtherServices.class)
@WithTestResource(CompanyProvider.class)
class CompanySignInTest {

  @TestHTTPResource("/")
  String root;

  @Inject People people;

  private final CookieManager cookies = new CookieManager();
  private final HttpClient browser = HttpClient.newBuilder().cookieHandler(cookies).build();

  @Test
  void theProviderSaysWhoSomebodyIsAndTheyComeBackToWhatTheyWanted() throws Exception {
    // given
    try (TopicView topics = new TopicView()) {
      Holder aiko = new Cast(topics).joins("aiko", "Aiko Mori", "en", Optional.empty());
      Awaitility.await().until(() -> people.find(aiko.id()).isPresent());
    }
    CompanyProvider.signsIn("aiko");
    // when
    HttpResponse<String> page = get("/team?open=none");
    // then
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.uri()).isEqualTo(URI.create(root + "team?open=none"));
    assertThat(page.body()).contains("Aiko Mori", "My team");
    assertThat(cookies.getCookieStore().getCookies())
        .filteredOn(cookie -> cookie.getName().startsWith("q_session"))
        .isNotEmpty()
        .allMatch(HttpCookie::isHttpOnly);
    // when
    HttpResponse<String> withoutToken = post("/logout", "csrf=" + "a".repeat(32));
    // then
    assertThat(withoutToken.statusCode()).isEqualTo(403);
    assertThat(get("/me").body()).contains("Aiko Mori");
    // when
    CompanyProvider.signsIn("bela");
    String token = Jsoup.parse(page.body()).select("[name=csrf]").attr("value");
    HttpResponse<String> asAnother = post("/logout", "csrf=" + token);
    // then
    assertThat(get("/me").body()).contains("You are signed in as bela").doesNotContain("Aiko Mori");
    assertThat(asAnother.uri().getPath()).isNotEqualTo("/logout");
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(to(path).GET());
  }

  private HttpResponse<String> post(String path, String form)
      throws IOException, InterruptedException {
    return send(
        to(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form)));
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(root.replaceAll("/$", "") + path));
  }

  /** Goes where it is sent, as often as browsers do. */
  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = once(request);
    for (int i = 0; i < 20 && answer.statusCode() / 100 == 3; i++) {
      URI next = answer.uri().resolve(answer.headers().firstValue("Location").orElseThrow());
      answer = once(HttpRequest.newBuilder(next).GET());
    }
    return answer;
  }

  private HttpResponse<String> once(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return browser.send(
        request.header("Accept", "text/html").build(), HttpResponse.BodyHandlers.ofString());
  }
}
