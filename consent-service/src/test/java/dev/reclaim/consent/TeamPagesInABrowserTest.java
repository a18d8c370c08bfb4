package dev.reclaim.consent;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.reclaim.events.Answer;
import dev.reclaim.events.CandidateEvent.CandidateFound;
import dev.reclaim.events.ConsentEvent.ManagerAnswered;
import dev.reclaim.events.Holder;
import dev.reclaim.events.Topic;
import dev.reclaim.testkit.RealInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The pages of those who decide about others' seats, in a real browser. */
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
class TeamPagesInABrowserTest extends InABrowser {

  @BeforeEach
  void applicationsAreDefined() {
    cast.definesTheUsual();
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
    assertThat(kept.stream().filter(one -> Cast.isState(one, "AwaitingApproval"))).hasSize(2);
    assertThat(chromium.complaints).isEmpty();
  }

  private List<CandidateFound> twelveWantToKeep(Holder manager) {
    List<CandidateFound> kept = new ArrayList<>();
    List<String> team = List.of("Ana Kovač", "Ben Osei", "Carla Núñez", "Deniz Aydın");
    int idle = 90;
    for (String name : team) {
      String login = Cast.slug(name.substring(0, name.indexOf(' ')));
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
  void aDecisionIsHandedOverAndWithoutScriptsEverythingWorks() {
    // given
    Holder lena = cast.joins("lena", "Lena Falk", "en", Optional.empty());
    cast.joins("paul", "Paul Adler", "en", Optional.empty());
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
    // when
    other.keyboard().press("?");
    // then
    assertThat(other.locator("#shortcuts").isVisible()).isTrue();
    chromium.looksGood(other, "shortcuts");
  }
}
