package dev.reclaim.consent;

import static dev.reclaim.consent.Stage.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.reclaim.events.CampaignName;
import dev.reclaim.events.CampaignPlan;
import dev.reclaim.events.Holder;
import dev.reclaim.events.PolicyEvent.CampaignDefined;
import dev.reclaim.events.SignalEvent.HolderChanged;
import dev.reclaim.testkit.RealInfrastructure;
import dev.reclaim.testkit.TopicView;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = RealInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "consent_service"))
@WithTestResource(MailServer.class)
class CampaignTextIsDataTest {

  /** What template engines, loggers, formatters, databases and browsers have been talked into. */
  private static final List<String> CORPUS =
      List.of(
          "{7*7}",
          "{{7*7}}",
          "${7*7}",
          "#{7*7}",
          "*{7*7}",
          "<%= 7*7 %>",
          "{q.keep}",
          "{w.lang}",
          "{l.code}",
          "{#if true}yes{/if}",
          "{#include reclaim/page}{/include}",
          "{cdi:secrets.code}",
          "{config:quarkus.datasource.password}",
          "{inject:secrets}",
          "{str:eval('1')}",
          "${jndi:ldap://127.0.0.1/a}",
          "${env:PATH}",
          "${sys:user.home}",
          "%s%n%x",
          "{0}",
          "{0,choice,0#a}",
          "''{0}''",
          "'; DROP TABLE prompt; --",
          "\\u0024{7*7}",
          "<script>alert(1)</script>",
          "<img src=x onerror=alert(1)>",
          "<svg/onload=alert(1)>",
          "javascript:alert(1)",
          "&lt;b&gt;",
          "\"><b>",
          "<!--#exec cmd=id-->",
          "<?php echo 1 ?>",
          "@{7*7}",
          "~{7*7}",
          "[[7*7]]",
          "{|7*7|}",
          "{! comment !}",
          "{=7*7}",
          "{@java.lang.String x}",
          "T(java.lang.Runtime).getRuntime()");

  private final TopicView topics = new TopicView();
  private final Holder reader = Story.person("Corpus");
  @Inject People people;
  @Inject Applications applications;

  @BeforeEach
  void known() {
    topics.send("usage-ingest", new HolderChanged(reader));
    topics.send("usage-ingest", new HolderChanged(Story.speaking(Story.person("Corpusde"), "de")));
    Awaitility.await()
        .until(() -> people.named("corpus").isPresent() && people.named("corpusde").isPresent());
  }

  @AfterEach
  void hangUp() {
    topics.close();
  }

  private void defined(CampaignDefined campaign) {
    topics.send("rule-evaluator", campaign);
    Awaitility.await()
        .until(
            () ->
                applications
                    .campaign(campaign.campaign())
                    .filter(it -> it.version() == campaign.version())
                    .isPresent());
  }

  private static CampaignPlan plan(List<CampaignPlan.Question> questions, boolean draft) {
    return new CampaignPlan(
        Optional.of(new CampaignPlan.Sender("Software <desk>\r\nBcc: x@y", Optional.empty())),
        questions,
        CampaignPlan.ReasonForKeep.REQUIRED,
        CampaignPlan.Priority.HIGH,
        CampaignPlan.Timing.USUAL,
        draft);
  }

  @Test
  void whateverItsTextsSayIsShownAsItStands() {
    // given
    String text = String.join("\n", CORPUS);
    defined(
        new CampaignDefined(
            new CampaignName("corpus"),
            1,
            Map.of("en", "${7*7} {q.keep}\r\nBcc: somebody@example.com"),
            Map.of("en", text),
            Optional.of(plan(List.of(), true)),
            false));
    MailServer.forgetAll();
    // when
    as("operator")
        .contentType(ContentType.JSON)
        .body(Map.of("to", "corpus", "application", "tableau"))
        .post("/campaigns/corpus/test")
        .then()
        .statusCode(200)
        .body("outcome", equalTo("Delivered"));
    // then
    String address = reader.email().orElseThrow();
    Awaitility.await().until(() -> MailServer.sourcesTo(address).size() == 1);
    MailServer.Source source = MailServer.sourcesTo(address).getFirst();
    assertThat(source.subject()).isEqualTo("Test: ${7*7} {q.keep} Bcc: somebody@example.com");
    assertThat(source.recipients()).containsExactly(address);
    assertThat(source.from()).contains("reclaim@example.com").doesNotContain("<desk>");
    assertThat(source.text()).contains(CORPUS);
    assertThat(source.html()).doesNotContain("<script", "<img", "<svg", "49");
    assertThat(unescaped(source.html())).contains(CORPUS);
  }

  private static String unescaped(String html) {
    return html.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }

  @Test
  void aPreviewSpeaksTheHoldersLanguageAndFallsBack() {
    // given
    CampaignPlan.Question decide =
        new CampaignPlan.Question(
            "decision", CampaignPlan.Kind.DECISION, Map.of("de", "Noch nötig?"), List.of(), true);
    CampaignPlan.Question why =
        new CampaignPlan.Question(
            "why",
            CampaignPlan.Kind.SINGLE,
            Map.of("en", "Why?"),
            List.of(
                new CampaignPlan.Option("a", Map.of("de", "Eins", "en", "One")),
                new CampaignPlan.Option("b", Map.of("en", "Two"))),
            true);
    defined(
        new CampaignDefined(
            new CampaignName("languages"),
            1,
            Map.of("en", "Subject", "de", "Betreff"),
            Map.of("en", "Intro", "de", "Einleitung"),
            Optional.of(plan(List.of(decide, why), false)),
            false));
    // then
    as("operator")
        .get("/campaigns/languages/preview?holder=corpusde&application=tableau")
        .then()
        .statusCode(200)
        .body("subject", equalTo("Betreff"))
        .body("language", equalTo("de"))
        .body("question.title", equalTo("Noch nötig?"))
        .body("question.reasonForKeep", equalTo(true))
        .body("question.further", hasSize(1))
        .body("question.further[0].text", equalTo("Why?"))
        .body("question.further[0].options[0].text", equalTo("Eins"))
        .body("question.further[0].options[1].text", equalTo("Two"));
    as("operator")
        .get("/campaigns/languages/preview?holder=corpus&application=tableau")
        .then()
        .body("subject", equalTo("Subject"))
        .body("question.title", equalTo("Noch nötig?"));
    as("operator")
        .get("/campaigns/nothing/preview?holder=corpus&application=tableau")
        .then()
        .statusCode(404);
    as("operator")
        .get("/campaigns/languages/preview?holder=nobody&application=tableau")
        .then()
        .statusCode(400)
        .body("detail", containsString("nobody by this name"));
    as("auditor")
        .get("/campaigns/languages/preview?holder=corpus&application=tableau")
        .then()
        .statusCode(403);
  }
}
