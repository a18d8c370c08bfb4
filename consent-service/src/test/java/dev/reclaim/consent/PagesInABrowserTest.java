package dev.reclaim.consent;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import dev.reclaim.events.Answer;
import dev.reclaim.events.CandidateEvent.CandidateFound;
import dev.reclaim.events.ConsentEvent.AnswerRefused;
import dev.reclaim.events.ConsentEvent.HolderAnswered;
import dev.reclaim.events.Evidence;
import dev.reclaim.events.Holder;
import dev.reclaim.events.Topic;
import dev.reclaim.testkit.RealInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The pages of those who hold seats, in a real browser. */
@QuarkusTest
@WithTestResource(
    value = RealInfrastructure.class,
    initArgs = {
      @ResourceArg(name = "database", value = "consent_service"),
      @ResourceArg(
          name = "people",
          value =
              "misaki+priya+jonas+emil+olga+rosa+nils+lena+paul+hugo+nobody+ana+ben+carla+deniz")
    })
@WithTestResource(MailServer.class)
@WithTestResource(OtherServices.class)
class PagesInABrowserTest extends InABrowser {

  @BeforeEach
  void applicationsAreDefined() {
    OtherServices.forgetAll();
    cast.definesTheUsual();
  }

  @Test
  void theHolderAnswersOnAPhoneInJapanese() {
    // given
    Holder manager = cast.joins("priya", "Priya Raman", "en", Optional.empty());
    Holder misaki = cast.joins("misaki", "佐藤 美咲", "ja", Optional.of(manager));
    CandidateFound found = cast.found(misaki, "tableau", 70, 206);
    MailServer.Letter mail = MailServer.letterTo("misaki@example.com", 1);
    assertThat(mail.subject()).isEqualTo("Tableau は今後も必要ですか");
    Page page = chromium.open(Chromium.phone(), "en-GB");
    page.navigate(at("/prompts/" + mail.token()));
    assertThat(page.locator("html").getAttribute("lang")).isEqualTo("ja");
    assertThat(page.locator("body").innerText())
        .contains("206日間", "月額 €70", "単なるご不在ではありません")
        .doesNotContain("Not used in the last");
    chromium.looksGood(page, "prompt-phone-ja");
    // when
    page.locator("#code").fill(mail.code());
    page.locator("button[value=Release]").click();
    // then
    assertThat(page.locator("h1").innerText()).isEqualTo("ライセンスは返却されます");
    chromium.looksGood(page, "prompt-done-phone-ja");
    HolderAnswered answered =
        topics.await(
            Topic.CONSENT,
            HolderAnswered.class,
            event -> event.candidate().equals(found.candidate()));
    assertThat(answered.answer()).isEqualTo(Answer.RELEASE);
    assertThat(chromium.complaints).isEmpty();
  }

  @Test
  void mySoftwareShowsEverythingAndTakesSeveralAnswersAtOnce() {
    // given
    Holder priya = cast.joins("olga", "Olga Lind", "en", Optional.empty());
    Holder jonas = cast.joins("jonas", "Jonas Weber", "de", Optional.of(priya));
    CandidateFound tableau = cast.found(jonas, "tableau", 70, 206);
    CandidateFound figma = cast.found(jonas, "figma", 45, 120);
    CandidateFound visio = cast.found(jonas, "visio", 15, 150);
    CandidateFound miro = cast.found(jonas, "miro", 20, 95);
    CandidateFound adobe = cast.found(jonas, "adobe-creative-cloud", 80, 300);
    for (CandidateFound one : List.of(tableau, figma, visio, miro, adobe)) {
      Cast.await(one, "AwaitingUser");
    }
    Cast.answers("jonas", Cast.questionTo(jonas, miro), Answer.KEEP, "Für Workshops")
        .then()
        .statusCode(200);
    Cast.answers("jonas", Cast.questionTo(jonas, adobe), Answer.RELEASE, "").then().statusCode(200);
    cast.wasTaken(adobe);
    Cast.await(adobe, "ClosedComplete");
    has(jonas);
    Page page = chromium.open(Chromium.desk(), "en-GB");
    Chromium.signIn(page, at("/me"), "jonas");
    assertThat(page.locator("html").getAttribute("lang")).isEqualTo("de");
    assertThat(page.locator(".asked tbody tr").count()).isEqualTo(3);
    chromium.looksGood(page, "me");
    // when
    page.locator(".asked tbody tr:has-text('Figma') input[type=checkbox]").check();
    page.locator(".asked tbody tr:has-text('Visio') input[type=checkbox]").check();
    page.getByText("2 von 3 Lizenzen freigeben").click();
    // then
    assertThat(page.locator(".notice[data-state=done]").innerText())
        .contains("Ihre Antwort gilt für 2 Lizenzen");
    Cast.await(figma, "AwaitingRevocation");
    Cast.await(visio, "AwaitingRevocation");
    Cast.await(tableau, "AwaitingUser");
    chromium.looksGood(page, "me-one-question");
    // when
    page.locator("#seat-" + figma.candidate()).locator("button").click();
    // then
    Cast.await(figma, "AwaitingApproval");
    // when
    page.locator("#seat-" + adobe.candidate()).locator("button").click();
    // then
    assertThat(page.locator(".notice[data-state=done]").innerText())
        .contains("Sie bekommen sie zurück");
    assertThat(OtherServices.heard())
        .anySatisfy(
            heard -> {
              assertThat(heard.path()).endsWith("/restore");
              assertThat(heard.holder()).isEqualTo(jonas.id().value());
            });
    // when
    OtherServices.refuseToRestore();
    page.locator("#seat-" + adobe.candidate()).locator("button").click();
    // then
    assertThat(page.locator(".notice[role=alert]").innerText()).contains("konnte nicht");
    Page phone = chromium.open(Chromium.phone(), "de-DE");
    Chromium.signIn(phone, at("/me"), "jonas");
    chromium.looksGood(phone, "me-phone");
    OtherServices.areSilent();
    phone.navigate(at("/me"));
    assertThat(phone.locator("main").innerText()).contains("können gerade nicht gezeigt werden");
    chromium.looksGood(phone, "me-silent-phone");
    assertThat(chromium.complaints).isEmpty();
  }

  private static void has(Holder holder) {
    OtherServices.has(
        holder.id(),
        seat(holder, "tableau", Cast.idleFor(206), 70),
        seat(holder, "figma", Cast.idleFor(120), 45),
        seat(
            holder,
            "zoom",
            new Evidence.Used(
                Cast.now().minus(Duration.ofDays(1)), Duration.ofHours(9), Duration.ofDays(90)),
            14),
        seat(
            holder,
            "visio",
            new Evidence.Unknown("No source covers the application since 2026-01-01."),
            15));
  }

  private static KnowsSeats.Seat seat(
      Holder holder, String application, Evidence evidence, int euros) {
    return new KnowsSeats.Seat(
        Cast.seat(holder, application),
        Cast.now().minus(Duration.ofDays(500)),
        evidence,
        Optional.of(Cast.price(euros)));
  }

  @Test
  void aForwardedLinkIsRefusedInTheSessionOfAColleagueAndThatIsOnTheRecord() {
    // given
    Holder rosa = cast.joins("rosa", "Rosa Vega", "es", Optional.empty());
    Holder nils = cast.joins("nils", "Nils Holm", "fr", Optional.of(rosa));
    CandidateFound found = cast.found(nils, "figma", 45, 100);
    MailServer.Letter mail = MailServer.letterTo("nils@example.com", 1);
    Page own = chromium.open(Chromium.phone(), "fr-FR");
    own.navigate(at("/prompts/" + mail.token()));
    chromium.looksGood(own, "prompt-phone-fr");
    Page colleague = chromium.open(Chromium.phone(), "es-ES");
    Chromium.signIn(colleague, at("/team"), "rosa");
    chromium.looksGood(colleague, "team-empty-phone-es");
    // when
    int status = colleague.navigate(at("/prompts/" + mail.token())).status();
    // then
    assertThat(status).isEqualTo(403);
    assertThat(colleague.locator("h1").innerText()).isEqualTo("Esta pregunta es para otra persona");
    assertThat(colleague.locator("main").innerText()).doesNotContain("Nils", "Figma");
    chromium.looksGood(colleague, "refused-phone-es");
    AnswerRefused refused =
        topics.await(
            Topic.CONSENT, AnswerRefused.class, it -> it.candidate().equals(found.candidate()));
    assertThat(refused.by().id()).isEqualTo("rosa");
    Cast.await(found, "AwaitingUser");
    // when
    own.locator("a[href$='/mine']").click();
    own.locator("#login").fill("nils");
    own.locator("#password").fill(RealInfrastructure.PASSWORD);
    own.locator("button.primary").click();
    own.waitForURL(at("/prompts/" + mail.token()));
    // then
    assertThat(own.locator("#code").count()).isZero();
    chromium.looksGood(own, "prompt-session-phone-fr");
    own.locator("button[value=Keep]").click();
    assertThat(own.locator("h1").innerText()).isEqualTo("Vous souhaitez garder la licence");
    Cast.await(found, "AwaitingApproval");
    // when
    colleague.navigate(at("/team?open=" + found.candidate()));
    chromium.looksGood(colleague, "team-detail-phone-es");
    colleague.setViewportSize(1280, 800);
    chromium.looksGood(colleague, "team-detail-es");
    assertThat(chromium.complaints).isEmpty();
  }

  @Test
  void severalQuestionsOfOneMailAreAnsweredOnOnePageWithOneCode() {
    // given
    Holder chief = cast.joins("ida", "Ida Chief", "en", Optional.empty());
    List<CandidateFound> found = new ArrayList<>();
    MailServer.Letter mail = oneMailAboutThree(chief, found);
    Page page = chromium.open(Chromium.phone(), "en-GB");
    page.navigate(at("/prompts/" + mail.token()));
    assertThat(page.locator("h1").innerText()).isEqualTo("We have 3 questions");
    chromium.looksGood(page, "several-phone");
    // when
    page.locator("input[name=question]:not(:checked)").first().check();
    page.locator("#code").fill(mail.code());
    page.getByText("Release 2 of 3 seats").click();
    // then
    assertThat(page.locator("h1").innerText()).isEqualTo("Your answer counts for 2 seats");
    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(found.stream().filter(it -> Cast.isState(it, "AwaitingRevocation")))
                    .hasSize(2));
    assertThat(found.stream().filter(it -> Cast.isState(it, "AwaitingUser"))).hasSize(1);
    assertThat(chromium.complaints).isEmpty();
  }

  /** Questions gather until their message is first claimed, so nothing is until all are asked. */
  private MailServer.Letter oneMailAboutThree(Holder chief, List<CandidateFound> found) {
    Database.change(
        "INSERT INTO channel_pause (channel, rests_until) VALUES ('MAIL', '2100-01-01')");
    Holder holder = cast.joins("three", "Toni Three", "en", Optional.of(chief));
    for (String application : List.of("tableau", "figma", "visio")) {
      found.add(cast.found(holder, application, 30, 100));
    }
    found.forEach(it -> Cast.await(it, "AwaitingUser"));
    Database.change("DELETE FROM channel_pause WHERE channel = 'MAIL'");
    return MailServer.letterTo(holder.email().orElseThrow(), 1);
  }

  @Test
  void whoIsNobodyAndWhatIsNoLinkIsSaid() {
    Page page = chromium.open(Chromium.desk().setReducedMotion(ReducedMotion.REDUCE), "en-GB");
    page.navigate(at("/login"));
    chromium.looksGood(page, "login");
    page.navigate(at("/prompts/" + "x".repeat(43)));
    chromium.looksGood(page, "unknown-link");
    Chromium.signIn(page, at("/me"), "nobody");
    assertThat(page.locator("h1").innerText())
        .isEqualTo("HR has told us of nobody with your login");
    chromium.looksGood(page, "nobody");
    page.locator(".bar button:has-text('Sign out')").click();
    assertThat(page.url()).endsWith("/login");
    assertThat(chromium.complaints).isEmpty();
  }
}
