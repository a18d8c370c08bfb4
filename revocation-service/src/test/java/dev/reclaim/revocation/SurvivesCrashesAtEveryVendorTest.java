package dev.reclaim.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.events.HolderId;
import dev.reclaim.events.RevocationEvent;
import dev.reclaim.events.RevocationEvent.Step;
import dev.reclaim.events.SeatRef;
import dev.reclaim.events.Via;
import dev.reclaim.revocation.TenantOnStage.Seats;
import dev.reclaim.sandbox.graph.App;
import dev.reclaim.sandbox.graph.Directory;
import dev.reclaim.sandbox.graph.Group;
import dev.reclaim.sandbox.graph.Sku;
import dev.reclaim.sandbox.vendor.Played;
import dev.reclaim.sandbox.vendor.Vendors;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Ten thousand crashes between the call and its record, over all connectors, each before its vendor
 * in the sandbox: nothing is repeated blindly, nothing is done twice, and every one is resolved by
 * a look, or by a person.
 */
class SurvivesCrashesAtEveryVendorTest {

  private static final int CRASHES = Integer.getInteger("reclaim.crashes", 10_000);

  /** At each vendor; whoever answers faster takes more. */
  private static final int LEAST = CRASHES / 100;

  /** How the vendors of the sandbox call that sessions were ended. */
  private static final Set<String> WITHOUT_TRACE =
      Set.of("sessions-ended", "signed-out", "SESSIONS_ENDED");

  /** Which addresses the vendors of the sandbox have that have others than one API. */
  private static final Map<String, List<String>> ADDRESSES =
      Map.ofEntries(
          Map.entry("box", List.of("api", "oauth")),
          Map.entry("confluence-cloud", List.of("api", "jira")),
          Map.entry("dropbox", List.of("api", "oauth")),
          Map.entry(
              "google-workspace",
              List.of("directory", "licensing", "transfer", "reports", "oauth")),
          Map.entry("okta-sso-app", List.of("api", "oauth")),
          Map.entry("okta-user", List.of("api", "oauth")),
          Map.entry("salesforce-crm", List.of("api", "oauth")),
          Map.entry("scim2-generic", List.of("api", "oauth")),
          Map.entry("servicenow", List.of("api", "oauth")),
          Map.entry("slack", List.of("scim", "web")),
          Map.entry("zoom", List.of("api", "oauth")));

  private static Map<String, Supplier<VendorOnStage>> vendors() {
    Map<String, Supplier<VendorOnStage>> vendors = new LinkedHashMap<>();
    for (Played played : Vendors.all().played()) {
      String type = played.vendor().name();
      List<String> addresses = ADDRESSES.getOrDefault(type, List.of("api"));
      for (int i = 0; i < played.vendor().settings().size(); i++) {
        int signIn = i;
        vendors.put(
            type + " " + (signIn + 1), () -> new FileVendorOnStage(type, addresses, signIn));
      }
    }
    vendors.put("active-directory", DirectoryOnStage::new);
    vendors.put(
        "microsoft-graph licences",
        () -> new TenantOnStage(SurvivesCrashesAtEveryVendorTest::licences));
    vendors.put(
        "microsoft-graph groups",
        () -> new TenantOnStage(SurvivesCrashesAtEveryVendorTest::memberships));
    vendors.put(
        "microsoft-graph applications",
        () -> new TenantOnStage(SurvivesCrashesAtEveryVendorTest::assignments));
    return vendors;
  }

  private static Seats licences(Directory directory) {
    Sku sku = directory.addSku("SPE_E5", 100_000);
    return new Seats("sku:SPE_E5", user -> directory.license(user, sku, Set.of()));
  }

  private static Seats memberships(Directory directory) {
    Group group = directory.addGroup("LIC-Tableau", Group.Sort.SECURITY);
    return new Seats("group:" + group.id(), user -> directory.join(group, user));
  }

  private static Seats assignments(Directory directory) {
    App app = directory.addApp("Miro");
    return new Seats("app:" + app.appId(), user -> directory.assign(app, user, App.NO_ROLE));
  }

  /**
   * What happened at one vendor.
   *
   * @param byPeople how often a person had to help
   */
  private record Tally(int crashes, int byPeople) {}

  @Test
  void resolvesEachByALookOrAPerson() throws Exception {
    // given
    Map<String, Supplier<VendorOnStage>> vendors = vendors();
    AtomicInteger missing = new AtomicInteger(CRASHES);
    Map<String, Future<Tally>> tallies = new TreeMap<>();
    // when
    try (ExecutorService stages = Executors.newVirtualThreadPerTaskExecutor()) {
      vendors.forEach(
          (name, opens) -> tallies.put(name, stages.submit(crashing(name, opens, missing))));
    }
    // then
    assertThat(tallies)
        .allSatisfy(
            (name, tally) ->
                assertThat(tally)
                    .as(name)
                    .succeedsWithin(Duration.ZERO)
                    .satisfies(one -> assertThat(one.crashes()).isGreaterThanOrEqualTo(LEAST)));
    assertThat(missing.get()).as("crashes that are missing").isNotPositive();
    assertThat(tallies.values())
        .as("what leaves no trace, people have to decide")
        .anySatisfy(tally -> assertThat(tally.resultNow().byPeople()).isPositive());
  }

  private static Callable<Tally> crashing(
      String name, Supplier<VendorOnStage> opens, AtomicInteger missing) {
    return () -> {
      try (VendorOnStage stage = opens.get()) {
        int crashes = 0;
        int byPeople = 0;
        int stories = 0;
        for (; crashes < LEAST || missing.get() > 0; stories++) {
          StoryAtVendor story = new StoryAtVendor(stage, new Random(stories));
          String when = name + ", story " + stories;
          story.take();
          assertTaken(stage, story, when);
          story.putBack();
          assertPutBack(stage, story, when);
          crashes += story.vendor.crashes;
          missing.addAndGet(-story.vendor.crashes);
          byPeople += story.helpedByPeople;
        }
        return new Tally(crashes, byPeople);
      }
    };
  }

  private static void assertTaken(VendorOnStage stage, StoryAtVendor story, String when) {
    assertThat(story.vendor.blindRepeats).as("blind repeats, %s", when).isZero();
    assertThat(story.ledger.state).as(when).isInstanceOf(Verified.class);
    List<String> taken = stage.taken(story.account);
    assertThat(taken).as("taken, %s", when).isNotEmpty();
    assertOnce(taken, story, when);
    assertThat(story.ledger.said)
        .as(when)
        .filteredOn(RevocationEvent.RevocationVerified.class::isInstance)
        .hasSize(1);
  }

  private static void assertPutBack(VendorOnStage stage, StoryAtVendor story, String when) {
    assertThat(story.vendor.blindRepeats).as("blind repeats, %s", when).isZero();
    assertThat(story.ledger.state).as(when).isInstanceOf(Restored.class);
    List<String> given = stage.given(story.account);
    assertThat(given).as("given, %s", when).isNotEmpty();
    assertOnce(given, story, when);
  }

  /** What leaves no trace is done once more, since nobody could look; then a person decides. */
  private static void assertOnce(List<String> effects, StoryAtVendor story, String when) {
    Map<String, Long> times =
        effects.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    long twice = 2L * (1 + story.helpedByPeople);
    assertThat(times)
        .as(when)
        .allSatisfy(
            (what, often) -> assertThat(often).isLessThanOrEqualTo(leavesATrace(what) ? 1 : twice));
  }

  private static boolean leavesATrace(String what) {
    return WITHOUT_TRACE.stream().noneMatch(what::startsWith);
  }

  /** What counts blind repeats must see one. */
  @Test
  void noticesARepeatWithoutALook() {
    // given
    try (VendorOnStage stage = new FileVendorOnStage("slack", ADDRESSES.get("slack"), 0)) {
      String account = stage.personWithSeat();
      SeatRef seat =
          SeatRef.of(
              HolderId.of(account), Given.APPLICATION, "standard", account, new Via.Direct());
      Place place = new Place(stage.source(), account);
      DiesAtCalls vendor =
          new DiesAtCalls(new ConnectedVendor(stage.connector()), stage, new Random(1));
      // when
      for (int call = 0; call < 3; call++) {
        try {
          vendor.take(Step.FREE_SEAT, seat, place);
        } catch (Crash e) {
          // Nobody looks.
        }
      }
      // then
      assertThat(vendor.blindRepeats).isPositive();
    }
  }
}
