package dev.reclaim.consent;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import dev.reclaim.events.Answer;
import dev.reclaim.events.CandidateEvent.CandidateFound;
import dev.reclaim.events.ConsentEvent.AnswerRefused;
import dev.reclaim.events.ConsentEvent.HolderAnswered;
import dev.reclaim.events.ConsentEvent.ManagerAnswered;
import dev.reclaim.events.Evidence;
import dev.reclaim.events.Holder;
import dev.reclaim.events.Topic;
import dev.reclaim.testkit.RealInfrastructure;
import dev.reclaim.testkit.TopicView;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The pages in a real browser. Skipped, and said so, where there is no Chromium. */
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
class PagesInABrowserTest {

  private static final List<String> APPLICATIONS =
      List.of("Tableau", "Figma", "Visio", "Miro", "Zoom", "Adobe Creative Cloud");

  @TestHTTPResource("/")
  String root;

  private static Chromium chromium;

  private TopicView topics;
  private Cast cast;

  @BeforeAll
  static void begin() {
    chromium = new Chromium();
  }

  @AfterAll
  static void end() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @BeforeEach
  void theStageIsSet() {
    topics = new TopicView();
    cast = new Cast(topics);
    OtherServices.forgetAll();
    APPLICATIONS.forEach(title -> cast.defines(slug(title), title));
  }

  @AfterEach
  void theStageIsCleared() {
    topics.close();
    chromium.startAfresh();
  }

  private static String slug(String title) {
    return title.toLowerCase(Locale.ROOT).replace(' ', '-');
  }

  private String at(String path) {
    return root.replaceAll("/$", "") + path;
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
  void theManagerDecidesTenAtOnceByKeyboard() {
    // given
    Holder emil = cast.joins("emil", "Emil Brandt", "en-GB", Optional.empty());
    List<CandidateFound> kept = twelveWantToKeep(emil);
    Page page = chromium.open(Chromium.desk(), "en-GB");
    Chromium.signIn(page, at("/team"), "emil");
    assertThat(page.locator("table.rows tbody tr").count()).isEqualTo(12);
    chromium.looksGood(page, "team");
    // when
    for (int i = 0; i < 10; i++) {
      page.keyboard().press("j");
      page.keyboard().press("x");
    }
    Locator release = page.locator(".selection button[value=Release]");
    assertThat(release.innerText()).isEqualTo("Release 10 of 12 seats");
    assertThat(page.locator("#live").textContent()).isEqualTo("10 of 12 picked");
    chromium.looksGood(page, "team-picked");
    page.locator("table.rows tbody tr").last().locator("a").focus();
    for (int i = 0; i < 2; i++) {
      page.keyboard().press("Tab");
    }
    assertThat(release.evaluate("it => it === document.activeElement")).isEqualTo(true);
    page.keyboard().press("Enter");
    // then
    page.waitForSelector(".notice[data-state=done]");
    assertThat(page.locator(".notice[data-state=done]").innerText())
        .contains("10 seats are decided", "10 seats will be released");
    assertThat(page.locator("table.rows tbody tr").count()).isEqualTo(2);
    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(
                        topics.matching(
                            Topic.CONSENT,
                            ManagerAnswered.class,
                            event ->
                                event.approver().equals(emil.id())
                                    && event.answer() == Answer.RELEASE))
                    .hasSize(10));
    assertThat(kept.stream().filter(one -> isState(one, "AwaitingApproval"))).hasSize(2);
    assertThat(chromium.complaints).isEmpty();
  }

  private static boolean isState(CandidateFound found, String state) {
    return Stage.as("operator")
        .get("/candidates/" + found.candidate())
        .<String>path("candidate.state")
        .equals(state);
  }

  private List<CandidateFound> twelveWantToKeep(Holder manager) {
    List<CandidateFound> kept = new ArrayList<>();
    List<String> team = List.of("Ana Kovač", "Ben Osei", "Carla Núñez", "Deniz Aydın");
    int idle = 90;
    for (String name : team) {
      String login = slug(name.substring(0, name.indexOf(' ')));
      Holder holder = cast.joins(login, name, "en", Optional.of(manager));
      for (String application : List.of("tableau", "figma", "visio")) {
        kept.add(keeps(login, holder, cast.found(holder, application, 15 + idle % 60, idle)));
        idle += 11;
      }
    }
    return kept;
  }

  private static CandidateFound keeps(String login, Holder holder, CandidateFound found) {
    Cast.await(found, "AwaitingUser");
    Cast.answers(
            login, Cast.questionTo(holder, found), Answer.KEEP, "I need it for the yearly report.")
        .then()
        .statusCode(200);
    Cast.await(found, "AwaitingApproval");
    return found;
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
  void aDecisionIsHandedOverAndWithoutScriptsEverythingWorks() {
    // given
    Holder lena = cast.joins("lena", "Lena Falk", "en", Optional.empty());
    Holder paul = cast.joins("paul", "Paul Adler", "en", Optional.empty());
    Holder hugo = cast.joins("hugo", "Hugo Prado", "en", Optional.of(lena));
    CandidateFound one = cast.found(hugo, "tableau", 70, 100);
    CandidateFound two = cast.found(hugo, "figma", 45, 110);
    for (CandidateFound found : List.of(one, two)) {
      Cast.await(found, "AwaitingUser");
      Cast.answers("hugo", Cast.questionTo(hugo, found), Answer.KEEP, "").then().statusCode(200);
      Cast.await(found, "AwaitingApproval");
    }
    Browser.NewContextOptions noScripts = Chromium.desk().setJavaScriptEnabled(false);
    Page page = chromium.open(noScripts, "en-GB");
    Chromium.signIn(page, at("/team"), "lena");
    // when
    page.locator("tr:has-text('Tableau') input[type=checkbox]").check();
    page.locator(".selection summary").click();
    page.locator("#to").fill("paul@example.com");
    page.getByText("Hand over the picked seats").click();
    // then
    assertThat(page.locator(".notice[data-state=done]").innerText())
        .contains("Paul Adler is asked now");
    page.locator("tr:has-text('Figma') input[type=checkbox]").check();
    page.getByText("Keep the picked seats").click();
    assertThat(page.locator(".notice[data-state=done]").innerText()).contains("1 seat is kept");
    Cast.await(two, "ClosedSkipped");
    Page other = chromium.open(Chromium.desk(), "en-GB");
    Chromium.signIn(other, at("/team"), "paul");
    assertThat(other.locator("table.rows tbody tr").count()).isEqualTo(1);
    assertThat(paul.id()).isNotEqualTo(lena.id());
    // when
    other.keyboard().press("?");
    // then
    assertThat(other.locator("#shortcuts").isVisible()).isTrue();
    chromium.looksGood(other, "shortcuts");
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
                assertThat(found.stream().filter(it -> isState(it, "AwaitingRevocation")))
                    .hasSize(2));
    assertThat(found.stream().filter(it -> isState(it, "AwaitingUser"))).hasSize(1);
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
