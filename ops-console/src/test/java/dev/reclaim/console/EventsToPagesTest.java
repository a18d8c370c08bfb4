package dev.reclaim.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.events.ApplicationId;
import dev.reclaim.events.ConsentEvent;
import dev.reclaim.events.PolicyEvent.ApplicationDefined;
import dev.reclaim.events.SignalEvent.HolderChanged;
import dev.reclaim.events.SignalEvent.SourceHealth;
import dev.reclaim.events.SourceName;
import dev.reclaim.testkit.RealInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = RealInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "ops_console"))
class EventsToPagesTest {

  private final Instant start = Instant.now().minus(Duration.ofDays(3));

  @Test
  void aWalkShowsInTheListAndAsATimeline() {
    // given
    Walk walk = Walk.of("ana", "tableau", start).ready().asked();
    Console.tell(new HolderChanged(Walk.holder("ana", "Ana Kovač", "Sales")));
    Console.tell(application("tableau", "Tableau"));

    // when
    Console.tell(walk);

    // then
    Document list =
        Console.awaitPage(
            "/candidates?q=ana+kov",
            page ->
                page.select("tbody [data-state=awaiting-user]").size() == 1
                    && page.select("tbody td").text().contains("Tableau"));
    assertThat(list.select("tbody th").text()).contains("Ana Kovač", "Sales");
    assertThat(list.select("tbody td").text()).contains("Tableau", "70.00", "209 days");
    Document detail = Console.awaitDetail(walk, 3);
    assertThat(detail.select("h1").text()).isEqualTo("Ana Kovač · Tableau");
    assertThat(detail.select(".timeline .what").eachText())
        .containsExactly(
            "Candidate found by Reclaim, rule-evaluator",
            "Ready by Reclaim, consent-service",
            "Holder asked by Reclaim, consent-service",
            "The holder's time to answer ends");
    assertThat(detail.select(".timeline .why").eachText())
        .contains("Used less than 5 minutes in 90 days.", "The rule asks the holder first.");
    assertThat(detail.select(".timeline time").first().text()).contains("UTC", "3 days ago");
    assertThat(detail.select("#standing [data-state]").text()).isEqualTo("Awaiting User");
    assertThat(detail.select("details").first().text()).contains("Not used since", "idle, version");
  }

  @Test
  void theDetailOpensBesideTheList() {
    // given
    Walk walk = Walk.of("beside", "tableau", start);
    Console.tell(walk);
    Console.awaitDetail(walk, 1);

    // when
    Document page = Console.page("/candidates?q=beside&open=" + walk.id());

    // then
    assertThat(page.select("tr[aria-current=true]")).hasSize(1);
    assertThat(page.select("aside.detail #detail-title").text()).contains("beside");
  }

  @Test
  void orderOfArrivalAndRepeatsMakeNoDifference() {
    // given
    Walk walk = Walk.of("shuffled", "tableau", start).toTheEnd();
    int last = walk.events().size() - 1;

    // when
    for (int i = last; i >= 0; i--) {
      Console.tell(walk, i);
      Console.tell(walk, (i * 7) % (last + 1));
    }

    // then
    Document detail = Console.awaitDetail(walk, last + 1);
    assertThat(detail.select("#standing [data-state]").text()).isEqualTo("Closed Complete");
    assertThat(detail.select(".timeline .what").first().text()).startsWith("Candidate found");
    assertThat(detail.select(".timeline .what").last().text()).startsWith("Closed");
    assertThat(detail.select("#orders button").eachText()).contains("Give the seat back");
    assertThat(detail.select("#orders .actions button")).hasSize(1);
  }

  @Test
  void onlyWhatAReadBackProvedCountsAsSaved() {
    // given
    Walk freed = Walk.of("freed-only", "yen-app", start).approved().freed();
    Walk verified = Walk.of("verified-too", "yen-app", start).approved().freed().verified();

    // when
    Console.tell(freed);
    Console.tell(verified);
    Console.awaitDetail(freed, 5);
    Console.awaitDetail(verified, 6);

    // then
    assertThat(saved()).isGreaterThanOrEqualTo(70);
    double before = saved();
    freed.verified();
    Console.tell(freed, 5);
    Console.awaitDetail(freed, 6);
    assertThat(saved() - before).isEqualTo(70);
  }

  @Test
  void aRevocationThatFailedIsShownWithWhatAPersonCanDo() {
    // given
    String why = "Tableau knows no way to take a seat that a group gives.";
    String whatToDo = "Take the account out of the group in the directory, then resume.";
    Walk walk = Walk.of("stuck", "tableau", start).approved().failed(why, whatToDo);

    // when
    Console.tell(walk);

    // then
    Document detail = Console.awaitDetail(walk, 4);
    assertThat(detail.select("#standing [data-state]").text()).isEqualTo("Attention Required");
    assertThat(detail.select(".timeline .what").eachText())
        .contains(
            "Revocation failed by Reclaim, revocation-service",
            "A person has to look by Reclaim, consent-service");
    assertThat(detail.select(".timeline .why").eachText()).contains(why);
    assertThat(detail.select("#standing dl").text()).startsWith("What to do " + whatToDo);
    assertThat(detail.select(".timeline").text()).contains("What to do " + whatToDo);
    assertThat(detail.select("#orders button").eachText()).contains("Resume");
  }

  private static double saved() {
    String amount =
        Console.page("/candidates").select(".figures div").stream()
            .filter(div -> div.select("dt").text().equals("Saved, a month"))
            .findFirst()
            .orElseThrow()
            .select("strong")
            .text();
    return Double.parseDouble(amount.replaceAll("[^0-9.]", ""));
  }

  @Test
  void sourcesShowTheirCoverageAndAge() {
    // given
    Instant newest = Instant.now().minus(Duration.ofHours(5));
    SourceHealth report =
        new SourceHealth(
            new SourceName("entra-signins"),
            new ApplicationId("salesforce"),
            Instant.now().minus(Duration.ofDays(90)),
            newest);

    // when
    Console.tell(report);

    // then
    Document page = Console.awaitPage("/services", some -> !some.select("tbody th").isEmpty());
    assertThat(page.select("tbody tr").text()).contains("entra-signins", "90 days ago", "5 h ago");
    assertThat(page.select(".card").text())
        .contains("consent-service")
        .contains("Its address is not configured (reclaim.urls.consent-service).");
  }

  @Test
  void anEventThatCannotBeToldIsADeadLetterAndTheRestGoesOn() {
    // given
    Walk broken = Walk.of("broken", "tableau", start);
    broken.add(
        new ConsentEvent.CandidateReady(broken.id(), broken.seat().holder(), Walk.SYSTEM, null));
    Walk whole = Walk.of("whole", "tableau", start).ready();

    // when
    Console.tell(broken);
    Console.tell(whole);

    // then
    Console.awaitDetail(whole, 2);
    Console.awaitDetail(broken, 1);
  }

  private static ApplicationDefined application(String id, String title) {
    return new ApplicationDefined(
        new ApplicationId(id),
        1,
        title,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        false,
        Optional.empty(),
        "You can no longer sign in.",
        30,
        false);
  }
}
