package dev.reclaim.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.events.ConsentEvent.CandidateClosed.Outcome;
import dev.reclaim.events.SignalEvent.HolderChanged;
import dev.reclaim.testkit.RealInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(
    value = RealInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "ops_console"))
class ListTest {

  private final Instant start = Instant.now().minus(Duration.ofDays(2));

  private static List<String> holders(Document page) {
    return page.select(".rows tbody th a").eachText();
  }

  private static Document awaitRows(String address, int rows) {
    return Console.awaitPage(address, page -> page.select(".rows tbody tr").size() == rows);
  }

  @Test
  void filtersStandInTheAddress() {
    // given
    Console.tell(Walk.of("f-one", "filters", start));
    Console.tell(Walk.of("f-two", "filters", start).ready().asked());
    Console.tell(Walk.of("f-three", "filters", start).closed(Outcome.SKIPPED));
    String all = "/candidates?application=filters&state=any&sort=holder";

    // when
    Document page = awaitRows(all, 3);

    // then
    assertThat(holders(page)).containsExactly("f-one", "f-three", "f-two");
    assertThat(holders(Console.page("/candidates?application=filters&sort=-holder")))
        .containsExactly("f-two", "f-one");
    assertThat(holders(Console.page("/candidates?application=filters&state=awaiting-user")))
        .containsExactly("f-two");
    assertThat(holders(Console.page("/candidates?application=filters&rule=idle&q=F-ONE")))
        .containsExactly("f-one");
    assertThat(holders(Console.page("/candidates?application=filters&rule=leaver"))).isEmpty();
    assertThat(Console.page("/candidates?application=filters&q=no%25such").select(".empty h2"))
        .hasSize(1);
    assertThat(page.select("th[aria-sort=ascending]").text()).isEqualTo("Holder");
    assertThat(page.select("#state option[selected]").attr("value")).isEqualTo("any");
  }

  @Test
  void aSignThatMeansAnythingToTheDatabaseMeansOnlyItselfHere() {
    // given
    Console.tell(new HolderChanged(Walk.holder("percent", "100%_\\sure", "Sales")));
    Console.tell(Walk.of("percent", "literal", start));
    Console.tell(Walk.of("other", "literal", start));
    awaitRows("/candidates?application=literal", 2);

    // then
    Console.awaitPage(
        "/candidates?application=literal&q=%25_%5C",
        page -> holders(page).equals(List.of("100%_\\sure")));
    assertThat(holders(Console.page("/candidates?application=literal&q=%25%25"))).isEmpty();
  }

  @Test
  void twoThousandCandidatesArePaged() {
    // given
    int many = 2_000;
    for (int i = 0; i < many; i++) {
      Console.tell(Walk.of("p%04d".formatted(i), "paging", start.plusSeconds(i)));
    }
    String address = "/candidates?application=paging&sort=holder";
    Console.awaitPage(address, page -> page.select("#total").text().equals("2,000"));

    // when
    Set<String> seen = new HashSet<>();
    int pages = 0;
    String next = address;
    while (!next.isEmpty()) {
      Document page = Console.page(next);
      assertThat(page.select(".rows tbody tr")).hasSize(Filter.PAGE);
      seen.addAll(holders(page));
      pages++;
      next = page.select("nav.pages a[rel=next]").attr("href");
    }

    // then
    assertThat(pages).isEqualTo(many / Filter.PAGE);
    assertThat(seen).hasSize(many);
    assertThat(Console.page(address + "&page=40").select("nav.pages p").text())
        .isEqualTo("1,951–2,000 of 2,000");
    assertThat(Console.page(address + "&page=41").select(".empty")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/candidates?state=nonsense&sort=nonsense&page=-1&open=nonsense",
        "/candidates?page=2147483647",
        "/candidates?q=%00&application=%00&rule=%27%20or%201=1",
        "/candidates?sort=-"
      })
  void nonsenseInTheAddressIsReadAsTheDefault(String address) {
    assertThat(Console.get("operator", address).statusCode()).isEqualTo(200);
  }

  @Test
  void aCandidateThatNobodyHasHeardOfIsSaidToBeUnknown() {
    var answer = Console.get("operator", "/candidates/cand-0");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.asString()).contains("candidate cand-0 is not known", "<h1>");
  }
}
