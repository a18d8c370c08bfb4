package dev.reclaim.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import dev.reclaim.testkit.RealInfrastructure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** A real browser, which remembers what pages complain about. */
final class Chromium implements AutoCloseable {

  private static final Path EXECUTABLE =
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

  /** Those that the documentation shows, in light. */
  private static final Set<String> SHOWN =
      Set.of("prompt-phone-ja", "me", "team-picked", "me-phone");

  final List<String> complaints = new CopyOnWriteArrayList<>();
  private final Playwright playwright;
  private final Browser browser;

  /** Skips the test, and says so, where there is none. */
  Chromium() {
    assumeTrue(
        Files.isExecutable(EXECUTABLE),
        "SKIPPED: no browser at " + EXECUTABLE + " (-Dreclaim.test.chromium names another)");
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions().setExecutablePath(EXECUTABLE).setArgs(FLAGS));
  }

  static Browser.NewContextOptions phone() {
    return new Browser.NewContextOptions().setViewportSize(390, 844).setHasTouch(true);
  }

  static Browser.NewContextOptions desk() {
    return new Browser.NewContextOptions().setViewportSize(1280, 800);
  }

  Page open(Browser.NewContextOptions options, String locale) {
    Page page = browser.newContext(options.setLocale(locale)).newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error") && !message.text().contains("status of 4")) {
            complaints.add(message.text() + " " + message.location());
          }
        });
    page.onPageError(complaints::add);
    return page;
  }

  /** Through the sign-in page, then to where the person wanted to go. */
  static void signIn(Page page, String address, String login) {
    page.navigate(address);
    page.locator("#login").fill(login);
    page.locator("#password").fill(RealInfrastructure.PASSWORD);
    page.locator("button.primary").click();
    page.waitForURL(address);
  }

  /** Closes all pages, and forgets what they complained about. */
  void startAfresh() {
    browser.contexts().forEach(BrowserContext::close);
    complaints.clear();
  }

  /**
   * Light and dark, with pictures of both where they are asked for. In the dark only the colours
   * are others.
   */
  void looksGood(Page page, String name) {
    looksGood(page, name, ColorScheme.LIGHT, new AxeBuilder(page));
    looksGood(
        page, name, ColorScheme.DARK, new AxeBuilder(page).withRules(List.of("color-contrast")));
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    assertThat(page.evaluate("document.documentElement.scrollWidth"))
        .as(name + " is no wider than its window")
        .isEqualTo(page.viewportSize().width);
  }

  private void looksGood(Page page, String name, ColorScheme scheme, AxeBuilder axe) {
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    assertThat(serious(axe)).as(name + " " + scheme).isEmpty();
    picture(page, name, scheme);
  }

  /** What axe itself puts into the page is no complaint about the page. */
  private List<String> serious(AxeBuilder axe) {
    List<String> before = List.copyOf(complaints);
    List<String> found =
        axe.analyze().getViolations().stream()
            .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
            .map(Chromium::inWords)
            .toList();
    complaints.retainAll(before);
    return found;
  }

  private static String inWords(Rule rule) {
    return rule.getId() + ": " + rule.getHelp() + " " + rule.getNodes().getFirst().getHtml();
  }

  /**
   * {@code -Dreclaim.update=true} renews those in docs/images; {@code -Dreclaim.test.pictures=DIR}
   * keeps all, the whole page each.
   */
  private static void picture(Page page, String name, ColorScheme scheme) {
    page.evaluate("window.scrollTo(0, 0)");
    String folder = System.getProperty("reclaim.test.pictures");
    if (folder != null) {
      page.screenshot(
          new Page.ScreenshotOptions()
              .setFullPage(true)
              .setPath(
                  Path.of(folder, name + "-" + scheme.name().toLowerCase(Locale.ROOT) + ".png")));
    }
    if (Boolean.getBoolean("reclaim.update")
        && scheme == ColorScheme.LIGHT
        && SHOWN.contains(name)) {
      page.screenshot(
          new Page.ScreenshotOptions()
              .setPath(Path.of("..", "docs", "images", "consent-" + name + ".png")));
    }
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
