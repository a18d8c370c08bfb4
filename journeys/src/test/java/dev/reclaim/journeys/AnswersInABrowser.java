package dev.reclaim.journeys;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Answers a question as people do: in a real browser, on a phone-sized page. */
final class AnswersInABrowser {

  private static final Path CHROMIUM =
      Path.of(System.getProperty("reclaim.test.chromium", "/usr/bin/chromium"));
  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private AnswersInABrowser() {}

  static boolean isPossible() {
    return Files.isExecutable(CHROMIUM);
  }

  /**
   * Opens the page of the question, types the code and presses the button.
   *
   * @param answer {@code Keep} or {@code Release}
   * @return the heading of the page that comes then
   */
  static String answer(Mailbox.Question question, String answer) {
    return onAPhone(
        page -> {
          page.navigate(question.link().toString());
          picture(page, "prompt-phone.png");
          page.fill("input[name=code]", question.code());
          page.click("button[name=answer][value=" + answer + "]");
          page.waitForLoadState();
          return page.locator("h1").first().innerText();
        });
  }

  /**
   * Signs in on the way to <i>My software</i> and presses the button beside what was released.
   *
   * @return what the page says then
   */
  static String getBack(URI mySoftware, Person person) {
    return onAPhone(
        page -> {
          page.navigate(mySoftware.toString());
          page.fill("#login", person.upn());
          page.fill("#password", Installation.PASSWORD);
          page.click("button.primary");
          page.waitForURL(mySoftware.toString());
          picture(page, "my-software-phone.png");
          page.click("form[action$='/restore'] button");
          page.waitForSelector(".notice[data-state=done]");
          return page.locator(".notice[data-state=done]").innerText();
        });
  }

  private static String onAPhone(Function<Page, String> happens) {
    try (Playwright playwright =
            Playwright.create(
                new Playwright.CreateOptions()
                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser =
            playwright
                .chromium()
                .launch(
                    new BrowserType.LaunchOptions().setExecutablePath(CHROMIUM).setArgs(FLAGS))) {
      return happens.apply(browser.newPage(new Browser.NewPageOptions().setViewportSize(390, 844)));
    }
  }

  private static void picture(Page page, String name) {
    Optional.ofNullable(System.getProperty("reclaim.test.pictures"))
        .ifPresent(
            folder -> page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(folder, name))));
  }
}
