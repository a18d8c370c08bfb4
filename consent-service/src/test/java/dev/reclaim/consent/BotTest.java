package dev.reclaim.consent;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.reclaim.events.Holder;
import dev.reclaim.testkit.RealInfrastructure;
import dev.reclaim.testkit.TopicView;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** A link is not a signature: whoever merely opens and clicks decides nothing. */
@QuarkusTest
@WithTestResource(
    value = RealInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "consent_service"))
@WithTestResource(MailServer.class)
@TestProfile(LinksLeadHere.class)
class BotTest {

  /** Fewer only where somebody is in a hurry: {@code -Dreclaim.test.mails=100}. */
  private static final int MAILS = Integer.getInteger("reclaim.test.mails", 1_000);

  private static final int SAMPLE = 8;
  private static final int AT_ONCE = 8;

  @TestHTTPResource("/")
  String root;

  @Test
  void aBotThatOpensEveryLinkAndSubmitsEveryFormChangesNothing() throws Exception {
    try (TopicView topics = new TopicView()) {
      // given
      List<MailServer.Letter> mails = aThousandMails(topics);
      Everything before = Everything.now(topics);
      Instant start = Instant.now();
      assertThat(mails).hasSizeGreaterThanOrEqualTo(MAILS);
      // when
      List<Bot> bots = readAll(mails);
      inABrowser(mails.subList(0, SAMPLE));
      // then
      assertThat(bots.stream().mapToInt(bot -> bot.submitted.get()).sum())
          .as("forms that were submitted, with no button and with each of two")
          .isGreaterThanOrEqualTo(3 * MAILS);
      assertThat(Everything.now(topics)).isEqualTo(before);
      System.out.printf(
          "A bot read %d mails with %d requests and %d forms in %d s: 0 changes%n",
          mails.size(),
          bots.stream().mapToInt(bot -> bot.requests.get()).sum(),
          bots.stream().mapToInt(bot -> bot.submitted.get()).sum(),
          Duration.between(start, Instant.now()).toSeconds());
    } finally {
      // Who looks for a mail after us would read a thousand of ours each time.
      MailServer.forgetAll();
    }
  }

  private static List<MailServer.Letter> aThousandMails(TopicView topics) {
    MailServer.forgetAll();
    Cast cast = new Cast(topics);
    cast.defines("tableau", "Tableau");
    Holder manager = cast.joins("bot.manager", "Kim Manager", "en", Optional.empty());
    for (int i = 0; i < MAILS; i++) {
      String language = List.of("en", "de", "fr", "es", "ja").get(i % 5);
      Holder holder = cast.joins("bot." + i, "Robin " + i, language, Optional.of(manager));
      cast.found(holder, "tableau", 70, 100);
    }
    MailServer.awaitLetters(MAILS, Duration.ofMinutes(10));
    return MailServer.lettersTo("bot.");
  }

  /** Several bots side by side, each with its own cookies. */
  private static List<Bot> readAll(List<MailServer.Letter> mails) throws Exception {
    List<Bot> bots = new ArrayList<>();
    List<Callable<Void>> work = new ArrayList<>();
    for (int i = 0; i < AT_ONCE; i++) {
      Bot bot = new Bot();
      bots.add(bot);
      int first = i;
      work.add(
          () -> {
            for (int n = first; n < mails.size(); n += AT_ONCE) {
              bot.reads(mails.get(n));
            }
            return null;
          });
    }
    try (ExecutorService side = Executors.newFixedThreadPool(AT_ONCE)) {
      for (Future<Void> one : side.invokeAll(work)) {
        one.get();
      }
    }
    return bots;
  }

  /** With its scripts, past the checks that a browser makes for people. */
  private void inABrowser(List<MailServer.Letter> mails) {
    try (Chromium chromium = new Chromium()) {
      Page page = chromium.open(Chromium.desk(), "en-GB");
      for (MailServer.Letter mail : mails) {
        String link = root.replaceAll("/$", "") + "/prompts/" + mail.token();
        page.navigate(link);
        int buttons = page.locator("form button[name]").count();
        assertThat(buttons).isEqualTo(2);
        for (int i = 0; i < buttons; i++) {
          page.navigate(link);
          page.evaluate("document.forms[0].noValidate = true");
          page.locator("form button[name]").nth(i).click();
          page.waitForSelector(".notice[role=alert]");
        }
        page.evaluate("document.forms[0].submit()");
        page.waitForSelector(".notice[role=alert]");
      }
    }
  }
}
