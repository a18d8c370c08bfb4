package dev.reclaim.console;

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
import com.microsoft.playwright.options.WaitForSelectorState;
import dev.reclaim.events.ApplicationId;
import dev.reclaim.events.ConsentEvent.CandidateClosed.Outcome;
import dev.reclaim.events.PolicyEvent.ApplicationDefined;
import dev.reclaim.events.SignalEvent.HolderChanged;
import dev.reclaim.testkit.RealInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The console in a real browser. Skipped, and said so, where there is no Chromium. */
@QuarkusTest
@WithTestResource(
    value = RealInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "ops_console"))
@WithTestResource(Neighbour.class)
class BrowserTest {

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

  @TestHTTPResource("/")
  String address;

  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private Playwright playwright;
  private Browser browser;

  @BeforeEach
  void aBrowserIsOpen() {
    assumeTrue(
        Files.isExecutable(CHROMIUM),
        "SKIPPED: no browser at " + CHROMIUM + " (-Dreclaim.test.chromium names another)");
    Neighbour.forgetAll();
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions().setExecutablePath(CHROMIUM).setArgs(FLAGS));
  }

  @AfterEach
  void theBrowserIsClosed() {
    if (playwright != null) {
      browser.close();
      playwright.close();
    }
  }

  @Test
  void anOperatorSignsInAndReadsWhatHappened() {
    // given
    Walk walk = people("signs-in");
    Page page = open(new Browser.NewContextOptions().setViewportSize(1280, 800));

    // when
    signIn(page, "/candidates?application=signs-in&state=any&sort=holder");

    // then
    page.waitForSelector("table.rows tbody tr");
    assertIsAccessible(page);
    page.getByText("Ana Kovač").click();
    page.waitForSelector("aside.detail .timeline");
    assertThat(page.url()).contains("open=" + walk.id());
    assertThat(page.locator(".timeline > li").count()).isEqualTo(4);
    page.waitForFunction("document.getElementById('live').textContent.startsWith('Opened')");
    page.locator(".timeline details").first().locator("summary").click();
    picture(page, "console-light");
    assertIsAccessible(page);
    assertThat(complaints).isEmpty();
  }

  @Test
  void changesAppearByThemselvesAndLeaveWhatTheReaderDoesAlone() {
    // given
    Walk walk = people("appears");
    Page page = open(new Browser.NewContextOptions().setViewportSize(1440, 900));
    signIn(page, "/candidates?application=appears&open=" + walk.id());
    page.waitForSelector("aside.detail .timeline");
    page.locator(".timeline details").first().locator("summary").click();
    page.locator("#why").fill("half a sen");
    int before = page.locator(".timeline > li:not(.ahead)").count();

    // when
    walk.released();
    Console.tell(walk, walk.events().size() - 1);

    // then
    page.waitForFunction(
        "n => document.querySelectorAll('.timeline > li:not(.ahead)').length === n", before + 1);
    assertThat(page.locator("#why").inputValue()).isEqualTo("half a sen");
    assertThat(page.locator(".timeline details").first().getAttribute("open")).isNotNull();
    assertThat(complaints).isEmpty();
  }

  @Test
  void aPageThatIsNotLiveSaysSoAndKeepsWhatItShows() {
    // given
    people("offline");
    Page page = open(new Browser.NewContextOptions().setViewportSize(1440, 900));
    signIn(page, "/candidates?application=offline&state=any");
    page.waitForSelector("table.rows tbody tr");

    // when
    page.context().setOffline(true);

    // then
    page.waitForSelector(".notice[role=alert]");
    assertThat(page.locator("table.rows tbody tr").count()).isEqualTo(4);
    page.context().setOffline(false);
    page.waitForSelector(
        ".notice[role=alert]",
        new Page.WaitForSelectorOptions().setState(WaitForSelectorState.DETACHED));
  }

  @Test
  void theKeyboardWalksTheList() {
    // given
    people("keyboard");
    Page page = open(new Browser.NewContextOptions().setViewportSize(1440, 900));
    signIn(page, "/candidates?application=keyboard&state=any&sort=holder");
    page.waitForSelector("table.rows tbody tr");

    // when
    page.keyboard().press("j");
    page.keyboard().press("j");
    page.keyboard().press("k");
    page.keyboard().press("Enter");

    // then
    page.waitForSelector("aside.detail");
    assertThat(page.locator("#detail-title").textContent()).contains("Ana Kovač");
    page.keyboard().press("?");
    assertThat(page.locator("#shortcuts").isVisible()).isTrue();
    assertThat(complaints).isEmpty();
  }

  @Test
  void severalArePickedWithTheKeyboardAndTheButtonSaysWhatBecomesOfThem() {
    // given
    Walk walk = people("several");
    Neighbour.judges(3, Map.of(walk.id().value(), "It is held."));
    Page page = open(new Browser.NewContextOptions().setViewportSize(1280, 800));
    signIn(page, "/candidates?application=several&state=any&sort=holder");
    page.waitForSelector("table.rows tbody tr");

    // when
    page.keyboard().press("j");
    page.keyboard().press("x");
    page.keyboard().press("a");

    // then: a refresh leaves the picks alone
    page.waitForFunction(
        "() => document.querySelector('#several p').textContent === '4 of 4 picked'");
    page.waitForResponse(it -> it.url().contains("application=several"), () -> {});
    page.waitForFunction("() => document.querySelectorAll('tr[data-selected]').length === 4");
    assertThat(page.locator("#several button[value=reclaim]").textContent())
        .isEqualTo("Reclaim 4 …");
    assertIsAccessible(page);
    picture(page, "console-several");

    // when
    page.locator("#several button[value=reclaim]").click();

    // then
    page.waitForSelector("#orders-title");
    assertThat(page.locator("button.danger").textContent())
        .isEqualTo("Reclaim 3 of 4: 1 needs attention");
    assertThat(page.locator(".left").textContent()).contains("Ana Kovač · Tableau", "It is held.");
    assertThat(Neighbour.lastBody()).contains("\"preview\":true", "\"order\":\"RECLAIM\"");
    assertIsAccessible(page);

    // when
    page.locator("#why").fill("The contract ends");
    page.locator("button.danger").click();

    // then
    page.waitForSelector("[role=status].lead");
    assertThat(page.locator("h1").textContent()).isEqualTo("Reclaim: 3 of 4: 1 needs attention");
    assertThat(Neighbour.lastBody()).contains("\"preview\":false", "The contract ends");
    assertThat(complaints).isEmpty();
  }

  @Test
  void everyPageIsWholeInTheDarkAndOnAPhone() {
    // given
    Walk walk = people("everywhere");
    Browser.NewContextOptions dark =
        new Browser.NewContextOptions().setViewportSize(1440, 900).setColorScheme(ColorScheme.DARK);
    Browser.NewContextOptions phone =
        new Browser.NewContextOptions().setViewportSize(390, 844).setDeviceScaleFactor(1);

    // when
    Page inTheDark = open(dark);
    signIn(inTheDark, "/services");
    inTheDark.waitForSelector(".cards");
    picture(inTheDark, "console-services-dark");
    assertIsAccessible(inTheDark);
    inTheDark.navigate(address + "candidates/" + walk.id());
    picture(inTheDark, "console-dark");
    assertIsAccessible(inTheDark);
    Page onAPhone = open(phone);
    onAPhone.navigate(address + "login");
    assertIsAccessible(onAPhone);
    signIn(onAPhone, "/candidates?application=everywhere&state=any");
    onAPhone.waitForSelector("table.rows");
    picture(onAPhone, "console-phone");

    // then
    assertThat(onAPhone.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
    assertThat(complaints).isEmpty();
  }

  @Test
  void withoutScriptsTheSamePagesWork() {
    // given
    Walk walk = people("no-scripts");
    Page page = open(new Browser.NewContextOptions().setJavaScriptEnabled(false));
    signIn(page, "/candidates?application=no-scripts&state=any");

    // when
    page.locator("table.rows a[href*='" + walk.id() + "']").click();

    // then
    assertThat(page.locator("aside.detail .timeline > li").count()).isEqualTo(4);
    page.locator("#why").fill("He told me so");
    page.getByText("Skip, the seat stays").click();
    assertThat(page.locator(".notice[data-state=done]").textContent()).contains("was taken");
    assertThat(Neighbour.heard()).containsExactly("/candidates/" + walk.id() + "/skip");
  }

  /**
   * A click gives up the refresh that is under way, and htmx writes both of these for it. A request
   * that failed writes {@code htmx:sendError} or {@code htmx:responseError} as well.
   */
  private static boolean isGivenUpOnPurpose(String complaint) {
    return complaint.startsWith("htmx:sendAbort") || complaint.startsWith("htmx:afterRequest");
  }

  private Page open(Browser.NewContextOptions options) {
    BrowserContext context = browser.newContext(options.setLocale("en-GB"));
    Page page = context.newPage();
    page.onConsoleMessage(
        message -> {
          boolean complains = List.of("error", "warning").contains(message.type());
          if (complains && !isGivenUpOnPurpose(message.text())) {
            complaints.add(message.text() + " " + message.location());
          }
        });
    page.onPageError(complaints::add);
    return page;
  }

  private void signIn(Page page, String path) {
    page.navigate(address.replaceAll("/$", "") + path);
    page.locator("#login").fill("operator");
    page.locator("#password").fill(RealInfrastructure.PASSWORD);
    page.locator("button.primary").click();
    page.waitForURL("**" + path);
  }

  /** What axe itself puts into the page is no complaint about the page. */
  private void assertIsAccessible(Page page) {
    List<String> before = List.copyOf(complaints);
    List<String> serious =
        new AxeBuilder(page)
            .analyze().getViolations().stream()
                .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                .map(BrowserTest::inWords)
                .toList();
    complaints.retainAll(before);
    assertThat(serious).isEmpty();
  }

  private static String inWords(Rule rule) {
    return rule.getId() + ": " + rule.getHelp() + " " + rule.getNodes().getFirst().getHtml();
  }

  /** For docs/images; only where {@code -Dreclaim.test.pictures=DIR} asks for it. */
  private static void picture(Page page, String name) {
    String folder = System.getProperty("reclaim.test.pictures");
    if (folder != null) {
      page.evaluate("window.scrollTo(0, 0)");
      page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(folder, name + ".png")));
    }
  }

  /** Five people on their way; the first of them waits for an answer. */
  private static Walk people(String application) {
    Instant start = Instant.now().minus(Duration.ofDays(3));
    Console.tell(
        new ApplicationDefined(
            new ApplicationId(application),
            1,
            "Tableau",
            List.of(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            false,
            Optional.empty(),
            "You can no longer sign in.",
            30,
            false));
    Console.tell(new HolderChanged(Walk.holder("kovac", "Ana Kovač", "Sales")));
    Console.tell(new HolderChanged(Walk.holder("sato", "佐藤 美咲", "経営企画")));
    Console.tell(new HolderChanged(Walk.holder("weber", "Jonas Weber", "Finance")));
    Console.tell(new HolderChanged(Walk.holder("raman", "Priya Raman", "Support")));
    Walk first = Walk.of("kovac", application, start).ready().asked();
    Walk last = Walk.of("sato", application, start).toTheEnd();
    Console.tell(first);
    Console.tell(Walk.of("weber", application, start).approved());
    Console.tell(Walk.of("raman", application, start).closed(Outcome.SKIPPED));
    Console.tell(last);
    Console.awaitDetail(last, last.events().size());
    return first;
  }
}
