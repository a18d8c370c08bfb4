package dev.reclaim.consent;

import static dev.reclaim.consent.Story.person;
import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.consent.SendsPrompts.Outcome;
import dev.reclaim.consent.Vendors.Trouble;
import dev.reclaim.events.Holder;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlackChannelTest {

  private static final String POST = "/api/chat.postMessage";
  private static final String HISTORY = "/api/conversations.history";

  private final OwnVendors vendors = new OwnVendors();
  private final SendsPrompts slack = vendors.slack();
  private final Holder john = person("John");
  private final String address = john.email().orElseThrow();

  @AfterEach
  void stop() {
    vendors.close();
  }

  @Test
  void sendsADirectMessageWithALinkAndACodeThatSlackDoesNotOpen() {
    // given
    SlackServer.knows(address);
    Letter letter = Letters.to(john, 1, 1);
    // when
    Outcome outcome = slack.send(letter);
    // then
    assertThat(outcome).isInstanceOf(Outcome.Delivered.class);
    assertThat(SlackServer.postsTo(address))
        .singleElement()
        .satisfies(
            post -> {
              assertThat(post.id()).isEqualTo(letter.id().value());
              assertThat(post.token()).isEqualTo(Letters.token(0));
              assertThat(post.code()).isEqualTo("123 456");
              assertThat(post.body().toString())
                  .contains(letter.items().getFirst().question().silence());
            });
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 20, 21, 70})
  void manyQuestionsFitIntoOneMessage(int questions) {
    // given
    SlackServer.knows(address);
    // when
    Outcome outcome = slack.send(Letters.to(john, questions, 1));
    // then
    assertThat(outcome).isInstanceOf(Outcome.Delivered.class);
    String sent = SlackServer.postsTo(address).getFirst().body().toString();
    if (questions > 20) {
      assertThat(sent)
          .contains((questions - 20) + " more question")
          .contains("\"url\":\"https://reclaim.example/me\"");
    } else {
      assertThat(sent).contains(Letters.token(questions - 1)).doesNotContain("more question");
    }
    assertThat(sent.split("You can no longer open your <dashboards>", -1))
        .hasSize(1 + Math.min(questions, 20));
    assertThat(sent.split("no use of Tableau by you", -1)).hasSize(1 + Math.min(questions, 20));
  }

  @Test
  void whomSlackDoesNotKnowIsReachedOtherwise() {
    assertThat(slack.send(Letters.to(john, 1, 1)))
        .isEqualTo(new Outcome.Undeliverable("Slack does not reach the reader: users_not_found"));
  }

  @ParameterizedTest
  @CsvSource({
    "channel_not_found, Undeliverable",
    "is_archived, Undeliverable",
    "msg_blocks_too_long, Undeliverable",
    "token_revoked, TryLater",
    "missing_scope, TryLater",
    "internal_error, TryLater",
    "something_new, TryLater",
    "<script>, TryLater"
  })
  void anErrorInsideA200IsNoSuccess(String error, String outcome) {
    // given
    SlackServer.knows(address);
    Vendors.meets(POST, new Trouble.Refuses(error));
    // when
    Outcome became = slack.send(Letters.to(john, 1, 1));
    // then
    assertThat(became.getClass().getSimpleName()).isEqualTo(outcome);
    assertThat(became.toString()).doesNotContain("<");
    assertThat(SlackServer.postsTo(address)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"users.lookupByEmail", "conversations.open", "chat.postMessage"})
  void waitsAsLongAsSlackAsksWhereverItAsks(String method) {
    // given
    SlackServer.knows(address);
    Vendors.meets("/api/" + method, new Trouble.Busy(77));
    // then
    assertThat(slack.send(Letters.to(john, 1, 1)))
        .isEqualTo(
            new Outcome.TryLater(
                "Slack asks to wait (429) at " + method, Optional.of(Duration.ofSeconds(77))));
    assertThat(SlackServer.postsTo(address)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 503, 302, 204})
  void whatCannotBeReadIsNoSuccess(int status) {
    // given
    SlackServer.knows(address);
    Vendors.meets(POST, new Trouble.Status(status));
    // then
    assertThat(slack.send(Letters.to(john, 1, 1))).isInstanceOf(Outcome.TryLater.class);
  }

  @Test
  void looksWhetherTheMessageIsThereWhenTheAnswerIsLost() {
    // given
    SlackServer.knows(address);
    Vendors.meets(POST, new Trouble.Vanishes());
    // then
    assertThat(slack.send(Letters.to(john, 1, 1))).isInstanceOf(Outcome.Delivered.class);
    assertThat(SlackServer.postsTo(address)).hasSize(1);
  }

  @Test
  void looksBeforeItRepeats() {
    // given: the answer is lost, and whether the message is there cannot be seen
    SlackServer.knows(address);
    Vendors.meets(POST, new Trouble.Vanishes());
    Vendors.meets(HISTORY, new Trouble.Status(500), new Trouble.Refuses("missing_scope"));
    assertThat(slack.send(Letters.to(john, 1, 1))).isInstanceOf(Outcome.TryLater.class);
    // when: it still cannot be seen
    assertThat(slack.send(Letters.to(john, 1, 2))).isInstanceOf(Outcome.TryLater.class);
    // then
    assertThat(SlackServer.postsTo(address)).hasSize(1);
    // when
    assertThat(slack.send(Letters.to(john, 1, 3))).isInstanceOf(Outcome.Delivered.class);
    // then
    assertThat(SlackServer.postsTo(address)).hasSize(1);
  }

  @Test
  void repeatsWhatIsNotThere() {
    // given
    SlackServer.knows(address);
    Vendors.meets(POST, new Trouble.Status(500));
    assertThat(slack.send(Letters.to(john, 1, 1))).isInstanceOf(Outcome.TryLater.class);
    // when
    assertThat(slack.send(Letters.to(john, 1, 2))).isInstanceOf(Outcome.Delivered.class);
    // then
    assertThat(SlackServer.postsTo(address)).hasSize(1);
  }

  @Test
  void campaignTextIsTextAndNothingElse() {
    // given
    SlackServer.knows(address);
    String trick = "<!channel> <https://evil.example|click> *bold* `x` :bomb: @here";
    // when
    slack.send(Letters.to(john, 1, 1, trick));
    // then: the server takes text runs only, and this is one of them
    assertThat(SlackServer.postsTo(address).getFirst().body().findValuesAsText("text"))
        .contains(trick + "\n");
  }

  @ParameterizedTest
  @CsvSource({
    "de, Die Frage beantworten",
    "fr, Répondre à la question",
    "es, Responder a la pregunta",
    "ja, 回答する",
    "en, Answer the question"
  })
  void speaksTheReadersLanguage(String language, String button) {
    // given
    SlackServer.knows(address);
    // when
    slack.send(Letters.to(Story.speaking(john, language), 1, 1));
    // then
    assertThat(SlackServer.postsTo(address).getFirst().body().toString()).contains(button);
  }
}
