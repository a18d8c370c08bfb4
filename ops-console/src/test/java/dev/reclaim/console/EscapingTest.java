package dev.reclaim.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.events.Actor;
import dev.reclaim.events.ConsentEvent;
import dev.reclaim.events.SignalEvent.HolderChanged;
import dev.reclaim.testkit.RealInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jsoup.nodes.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names, reasons and comments are written by others; none of them may become markup. */
@QuarkusTest
@WithTestResource(
    value = RealInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "ops_console"))
class EscapingTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>window.hit=1</script>",
        "\"><img src=x onerror=window.hit=1>",
        "'><svg/onload=window.hit=1>",
        "</title><script>window.hit=1</script>",
        "</textarea></option></select><b id=hit>",
        "{{7*7}} ${7*7} {desk.csrf} {#if true}x{/if}",
        "\" hx-get=\"/logout\" hx-trigger=\"load",
        "javascript:window.hit=1",
        "<!-- <a href=\"javascript:window.hit=1\">",
        "\u202Egnp.exe & &lt;b&gt; \uD83D\uDE00"
      })
  void whatOthersWroteIsShownAsTheyWroteIt(String text) {
    // given
    String holder = "x" + Integer.toHexString(text.hashCode());
    Console.tell(new HolderChanged(Walk.holder(holder, "Name " + text, text)));
    Walk walk = Walk.because(holder, "escaping", Instant.now(), "Reason " + text);
    walk.add(
        new ConsentEvent.CandidateReady(
            walk.id(), walk.seat().holder(), Actor.operator(text), "Why " + text));

    // when
    Console.tell(walk);

    // then
    Document detail =
        Console.awaitPage(
            "/candidates/" + walk.id(),
            page ->
                page.select(".timeline > li").size() == 2
                    && page.select("#detail-title").text().startsWith("Name"));
    assertNothingBecameMarkup(detail);
    assertThat(detail.select(".timeline .why").last().wholeText()).isEqualTo("Why " + text);
    assertThat(detail.select(".timeline .who").last().wholeText())
        .isEqualTo("by " + text + ", operator");
    Document list =
        Console.page(
            "/candidates?application=escaping&open="
                + walk.id()
                + "&q="
                + URLEncoder.encode(text, StandardCharsets.UTF_8));
    assertNothingBecameMarkup(list);
    assertThat(list.select("#q").attr("value")).isEqualTo(text);
  }

  private static void assertNothingBecameMarkup(Document page) {
    assertThat(page.select("script:not([src])")).isEmpty();
    assertThat(page.select("script[src]")).hasSize(3);
    assertThat(page.select("img, svg, #hit, [onload], [onerror], [style]")).isEmpty();
    assertThat(page.select("[href^=javascript], [hx-get=/logout]")).isEmpty();
    assertThat(page.select("title").text()).endsWith("- Reclaim");
  }
}
