package dev.reclaim.consent;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import dev.reclaim.events.Actor;
import dev.reclaim.events.Answer;
import dev.reclaim.events.CandidateEvent.CandidateFound;
import dev.reclaim.events.ConsentEvent;
import dev.reclaim.events.ConsentEvent.AnswerRefused;
import dev.reclaim.events.ConsentEvent.HolderAnswered;
import dev.reclaim.events.Holder;
import dev.reclaim.events.Topic;
import dev.reclaim.testkit.RealInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * As in production: no local logins, the company's provider says who is who, and people walk
 * through its own pages. Skipped, and said so, where there is no Chromium.
 */
@QuarkusTest
@WithTestResource(
    value = RealInfrastructure.class,
    initArgs = {
      @ResourceArg(name = "database", value = "consent_service"),
      @ResourceArg(name = "logins", value = "none")
    })
@WithTestResource(MailServer.class)
@WithTestResource(OtherServices.class)
@WithTestResource(Keycloak.class)
class CompanySignInTest extends InABrowser {

  private static final Pattern PROVIDERS_PAGE = Pattern.compile(".*/realms/company/.*");

  /** In milliseconds. */
  private static final double LONGER_THAN_TOKENS_LAST = 3_000;

  @BeforeEach
  void nobodyHasMail() {
    MailServer.forgetAll();
  }

  private Page desk() {
    return chromium.open(Chromium.desk(), "en-GB");
  }

  private CandidateFound askedOfAiko(String application) {
    Holder manager = cast.joins("ben", "Ben Ode", "en", Optional.empty());
    Holder aiko = cast.joins("aiko", "Aiko Mori", "en", Optional.of(manager));
    cast.defines(application, application);
    return cast.found(aiko, application, 20, 120);
  }

  private <E extends ConsentEvent.AboutCandidate> E said(CandidateFound found, Class<E> kind) {
    return topics.await(Topic.CONSENT, kind, event -> event.candidate().equals(found.candidate()));
  }

  @Test
  void theHolderSignsInWithTheCompanyAndKeepsTheSeatOnThePageBehindTheLink() {
    // given
    CandidateFound found = askedOfAiko("figma");
    MailServer.Letter mail = MailServer.letterTo("aiko@example.com", 1);
    Page page = desk();
    page.navigate(at("/prompts/" + mail.token()));
    page.locator("a[href$='/mine']").click();
    // when
    Keycloak.signIn(page, "aiko");
    page.waitForURL(at("/prompts/" + mail.token()));
    assertThat(page.locator("#code").count()).isZero();
    page.waitForTimeout(LONGER_THAN_TOKENS_LAST);
    page.locator("#comment").fill("For the next trade fair");
    page.locator("button[value=Keep]").click();
    // then
    assertThat(page.locator("h1").innerText()).isEqualTo("You want to keep the seat");
    HolderAnswered answered = said(found, HolderAnswered.class);
    assertThat(answered.answer()).isEqualTo(Answer.KEEP);
    assertThat(answered.by()).isEqualTo(Actor.holder(found.seat().holder()));
    assertThat(answered.comment()).hasValue("For the next trade fair");
    assertThat(chromium.complaints).isEmpty();
  }

  @Test
  void aForwardedLinkIsRefusedInTheSessionOfSomebodyElseAndThatIsOnTheRecord() {
    // given
    CandidateFound found = askedOfAiko("miro");
    MailServer.Letter mail = MailServer.letterTo("aiko@example.com", 1);
    Page page = desk();
    page.navigate(at("/prompts/" + mail.token()));
    page.locator("a[href$='/mine']").click();
    // when
    Keycloak.signIn(page, "ben");
    page.waitForURL(at("/prompts/" + mail.token()));
    // then
    assertThat(page.locator("body").innerText()).contains("ben").doesNotContain("Keep my seat");
    assertThat(said(found, AnswerRefused.class).by().id()).isEqualTo("ben");
    // when
    APIResponse tried =
        page.request()
            .post(
                at("/prompts/" + mail.token()),
                RequestOptions.create()
                    .setForm(
                        FormData.create()
                            .set("csrf", page.locator("[name=csrf]").inputValue())
                            .set("code", mail.code())
                            .set("answer", "Release")));
    // then
    assertThat(tried.status()).isEqualTo(403);
    assertThat(
            topics.matching(
                Topic.CONSENT,
                HolderAnswered.class,
                event -> event.candidate().equals(found.candidate())))
        .isEmpty();
    // and the provider's roles count here
    assertThat(page.request().get(at("/candidates/" + found.candidate())).status()).isEqualTo(200);
  }

  @Test
  void whoSignsOutIsSignedOutOfTheCompanysSignInAsWell() {
    // given
    Holder aiko = cast.joins("aiko", "Aiko Mori", "en", Optional.empty());
    Awaitility.await().until(() -> isKnown(aiko));
    Page page = desk();
    page.navigate(at("/team?open=none"));
    Keycloak.signIn(page, "aiko");
    page.waitForURL(at("/team?open=none"));
    assertThat(page.locator("body").innerText()).contains("Aiko Mori", "My team");
    assertThat(sessions(page)).isNotEmpty().allMatch(it -> it.httpOnly);
    assertThat(page.request().get(at("/candidates")).status()).isEqualTo(403);
    assertThat(page.request().post(at("/logout")).status()).isEqualTo(403);
    // when
    page.locator("form[action='/logout'] button").click();
    page.waitForURL(PROVIDERS_PAGE);
    assertThat(page.url()).doesNotContain("token");
    Keycloak.signOut(page);
    // then
    assertThat(sessions(page)).isEmpty();
    assertThat(page.locator("body").innerText()).contains("logged out");
    // when
    page.navigate(at("/me"));
    // then
    page.waitForURL(PROVIDERS_PAGE);
    Keycloak.signIn(page, "ben");
    page.waitForURL(at("/me"));
    assertThat(page.locator("body").innerText()).doesNotContain("Aiko Mori");
    assertThat(chromium.complaints).isEmpty();
  }

  private static boolean isKnown(Holder person) {
    return Database.number("SELECT count(*) FROM person WHERE id = '" + person.id() + "'") == 1;
  }

  private static List<Cookie> sessions(Page page) {
    return page.context().cookies().stream()
        .filter(cookie -> cookie.name.startsWith("q_session"))
        .toList();
  }
}
