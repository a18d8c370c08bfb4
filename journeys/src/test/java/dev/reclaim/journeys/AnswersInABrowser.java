package dev.reclaim.journeys;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    try (Playwright playwright =
            Playwright.create(
                new Playwright.CreateOptions()
                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser =
            playwright
                .chromium()
                .launch(
                    new BrowserType.LaunchOptions().setExecutablePath(CHROMIUM).setArgs(FLAGS))) {
      Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(390, 844));
      page.navigate(question.link().toString());
      Optional.ofNullable(System.getProperty("reclaim.test.pictures"))
          .ifPresent(
              folder ->
                  page.screenshot(
                      new Page.ScreenshotOptions().setPath(Path.of(folder, "prompt-phone.png"))));
      page.fill("input[name=code]", question.code());
      page.click("button[name=answer][value=" + answer + "]");
      page.waitForLoadState();
      return page.locator("h1").first().innerText();
    }
  }
}
