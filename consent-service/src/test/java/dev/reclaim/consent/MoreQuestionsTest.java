package dev.reclaim.consent;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.reclaim.events.Answer;
import dev.reclaim.events.CampaignName;
import dev.reclaim.events.CampaignPlan;
import dev.reclaim.events.ConsentEvent.CandidateNeedsAttention;
import dev.reclaim.events.ConsentEvent.Further;
import dev.reclaim.events.ConsentEvent.HolderAnswered;
import dev.reclaim.events.Handling;
import dev.reclaim.events.PolicyEvent.CampaignDefined;
import dev.reclaim.testkit.RealInfrastructure;
import dev.reclaim.testkit.TopicView;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = RealInfrastructure.class,
    initArgs = {
      @ResourceArg(name = "database", value = "consent_service"),
      @ResourceArg(name = "people", value = "mona+nora")
    })
@WithTestResource(MailServer.class)
class MoreQuestionsTest {

  private static final String TOKEN = "0123456789abcdef0123456789abcdef";

  private final TopicView topics = new TopicView();

  @AfterEach
  void hangUp() {
    topics.close();
  }

  private static CampaignDefined campaign(int version, boolean draft) {
    return new CampaignDefined(
        new CampaignName("more"),
        version,
        Map.of("en", "Still needed?"),
        Map.of("en", "Please have a look."),
        Optional.of(
            new CampaignPlan(
                Optional.of(
                    new CampaignPlan.Sender(
                        "The software desk", Optional.of("https://pictures.example/desk.png"))),
                List.of(
                    new CampaignPlan.Question(
                        "decision", CampaignPlan.Kind.DECISION, Map.of(), List.of(), true),
                    new CampaignPlan.Question(
                        "why",
                        CampaignPlan.Kind.SINGLE,
                        Map.of("en", "Why?"),
                        List.of(
                            new CampaignPlan.Option("done", Map.of("en", "Done")),
                            new CampaignPlan.Option("other", Map.of("en", "Other"))),
                        true)),
                CampaignPlan.ReasonForKeep.REQUIRED,
                CampaignPlan.Priority.NORMAL,
                CampaignPlan.Timing.USUAL,
                draft)),
        false);
  }

  private static ValidatableResponse answer(MailServer.Letter mail, Map<String, Object> more) {
    Map<String, Object> body = new java.util.HashMap<>(more);
    body.put("code", mail.code());
    return given()
        .accept(ContentType.JSON)
        .contentType(ContentType.JSON)
        .body(body)
        .post("/prompts/" + mail.token())
        .then();
  }

  private static Response typed(MailServer.Letter mail, String code, String comment, String why) {
    Response page = given().accept(ContentType.HTML).get("/prompts/" + mail.token());
    Document form = Jsoup.parse(page.asString());
    var filled =
        given()
            .accept(ContentType.HTML)
            .contentType(ContentType.URLENC.withCharset("UTF-8"))
            .cookie("reclaim-csrf", page.cookie("reclaim-csrf"))
            .formParam("csrf", form.select("input[name=csrf]").attr("value"))
            .formParam("code", code)
            .formParam("comment", comment)
            .formParam("answer", "Keep");
    return (why.isEmpty() ? filled : filled.formParam("further", "why=" + why))
        .post("/prompts/" + mail.token());
  }

  private static Document html(Response answer) {
    return Jsoup.parse(answer.asString());
  }

  @Test
  void whatWasTypedComesBackAndTheFieldThatIsWrongIsNamed() {
    // given
    Stage stage = new Stage(topics, Story.under("more", Story.asking(Handling.Silence.KEEP)));
    stage.peopleAreKnown();
    topics.send("rule-evaluator", campaign(2, false));
    topics.send("rule-evaluator", stage.found);
    MailServer.Letter mail = stage.mailToHolder();
    Response first = given().accept(ContentType.HTML).get("/prompts/" + mail.token());
    // then: who asks is named, with a picture that the browser may load from there alone
    assertThat(html(first).select("main").text())
        .contains("The software desk asks this.", "Questions with * need an answer.");
    assertThat(html(first).select("main img").attr("src"))
        .isEqualTo("https://pictures.example/desk.png");
    assertThat(first.getHeaders().getValues("Content-Security-Policy"))
        .singleElement()
        .asString()
        .contains("img-src 'self' https://pictures.example data:;", "default-src 'none'");
    // when
    Document wrongCode = html(typed(mail, Stage.wrong(mail), "I draw", "done"));
    // then
    assertThat(wrongCode.select("#comment").text()).isEqualTo("I draw");
    assertThat(wrongCode.select("input[value='why=done']").hasAttr("checked")).isTrue();
    assertThat(wrongCode.select("#code[aria-invalid=true]").attr("aria-describedby"))
        .startsWith("problem");
    assertThat(wrongCode.select("#problem h2")).hasSize(1);
    assertThat(wrongCode.select("h1, h2").first().tagName()).isEqualTo("h1");
    // when
    Document noReason = html(typed(mail, mail.code(), " ", "done"));
    // then
    assertThat(noReason.select("#comment[aria-invalid=true]")).hasSize(1);
    assertThat(noReason.select("input[value='why=done']").hasAttr("checked")).isTrue();
    // when
    Document incomplete = html(typed(mail, mail.code(), "I draw", ""));
    // then
    assertThat(incomplete.select("input[value='why=done'][aria-invalid=true][required]"))
        .hasSize(1);
    assertThat(incomplete.select("#comment").text()).isEqualTo("I draw");
    assertThat(typed(mail, mail.code(), "I draw", "done").statusCode()).isEqualTo(200);
  }

  @Test
  void mySoftwareLeadsToThePageThatCanAskMore() {
    // given
    Cast cast = new Cast(topics);
    var chief = cast.joins("mona.chief", "Olga Lind", "en", Optional.empty());
    var holder = cast.joins("mona", "Mona Weber", "en", Optional.of(chief));
    topics.send("rule-evaluator", campaign(2, false));
    var found = Story.found(holder, Story.under("more", Story.asking(Handling.Silence.KEEP)));
    topics.send("rule-evaluator", found);
    Cast.await(found, "AwaitingUser");
    var question = Cast.questionTo(holder, found);
    // when
    Document page = html(Stage.as("mona").accept(ContentType.HTML).get("/me"));
    // then
    assertThat(page.select(".asked a[href='/me/questions/" + question.value() + "']")).isNotEmpty();
    assertThat(page.select(".asked button[name=answer]")).isEmpty();
    // when
    Document sent = html(Cast.answers("mona", question, Answer.RELEASE, ""));
    // then
    assertThat(sent.select(".notice").text()).contains("1 answer lacks something");
  }

  @Test
  void whoHasSaidReleaseIsToldSoAndOfferedToKeepAfterAll() {
    // given
    Cast cast = new Cast(topics);
    var chief = cast.joins("nora.chief", "Nils Lind", "en", Optional.empty());
    var holder = cast.joins("nora", "Nora Weber", "en", Optional.of(chief));
    var found =
        Story.found(
            holder,
            Story.with(
                Story.asking(Handling.Silence.KEEP),
                Handling.Mode.ENFORCE,
                Handling.Approval.ALWAYS));
    topics.send("rule-evaluator", found);
    Cast.await(found, "AwaitingUser");
    // when
    Document done =
        html(
            Stage.as("nora")
                .accept(ContentType.HTML)
                .contentType(ContentType.URLENC.withCharset("UTF-8"))
                .cookie("reclaim-csrf", TOKEN)
                .formParam("csrf", TOKEN)
                .formParam("answer", "Release")
                .post("/me/questions/" + Cast.questionTo(holder, found).value()));
    // then
    assertThat(done.select("h1").text()).isEqualTo("You want to release the seat");
    Document mine = html(Stage.as("nora").accept(ContentType.HTML).get("/me"));
    assertThat(mine.select(".cards button[name=answer]").eachAttr("value")).containsExactly("Keep");
    assertThat(mine.select(".cards .card").text()).contains("Nils Lind decides by");
  }

  @Test
  void aCampaignAsksWhenItIsPublishedAndTakesOnlyWholeAnswers() {
    // given
    Stage stage = new Stage(topics, Story.under("more", Story.asking(Handling.Silence.KEEP)));
    stage.peopleAreKnown();
    topics.send("rule-evaluator", campaign(1, true));
    topics.send("rule-evaluator", stage.found);
    assertThat(stage.said(CandidateNeedsAttention.class).whatToDo()).contains("Publish");
    // when
    topics.send("rule-evaluator", campaign(2, false));
    MailServer.Letter mail = stage.mailToHolder();
    // then
    answer(mail, Map.of("answer", "Keep", "further", Map.of("why", List.of("done"))))
        .statusCode(400)
        .body("field", equalTo("comment"));
    answer(mail, Map.of("answer", "Release")).statusCode(400).body("field", equalTo("why"));
    answer(mail, Map.of("answer", "Release", "further", Map.of("why", List.of("${7*7}"))))
        .statusCode(400)
        .body("field", equalTo("why"));
    assertThat(stage.countOf(HolderAnswered.class)).isZero();
    // when
    answer(mail, Map.of("answer", "Release", "further", Map.of("why", List.of("done"))))
        .statusCode(200)
        .body("state", equalTo("AwaitingRevocation"));
    // then
    assertThat(stage.said(HolderAnswered.class).further())
        .containsExactly(new Further("why", List.of("done")));
  }
}
