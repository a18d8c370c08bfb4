package dev.reclaim.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reclaim.events.Answer;
import dev.reclaim.events.CampaignPlan;
import dev.reclaim.events.CampaignPlan.Kind;
import dev.reclaim.events.CampaignPlan.Option;
import dev.reclaim.events.CampaignPlan.Question;
import dev.reclaim.events.ConsentEvent.Further;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WhatIsMissingTest {

  private static final List<Option> COLOURS =
      List.of(new Option("red", Map.of("en", "Red")), new Option("blue", Map.of("en", "Blue")));

  private static Question question(String id, Kind kind, boolean required) {
    boolean choice = kind == Kind.SINGLE || kind == Kind.SEVERAL;
    return new Question(id, kind, Map.of("en", id), choice ? COLOURS : List.of(), required);
  }

  private static CampaignPlan plan(CampaignPlan.ReasonForKeep reason, Question... questions) {
    return new CampaignPlan(
        Optional.empty(),
        List.of(questions),
        reason,
        CampaignPlan.Priority.NORMAL,
        CampaignPlan.Timing.USUAL,
        false);
  }

  private static final CampaignPlan ALL =
      plan(
          CampaignPlan.ReasonForKeep.REQUIRED,
          question("decide", Kind.DECISION, true),
          question("one", Kind.SINGLE, true),
          question("some", Kind.SEVERAL, false),
          question("words", Kind.TEXT, false));

  private static Optional<String> missing(Answer answer, String comment, Further... further) {
    return WhatIsMissing.in(ALL, answer, Optional.ofNullable(comment), List.of(further))
        .map(WhatIsMissing::field);
  }

  private static Further of(String question, String... given) {
    return new Further(question, List.of(given));
  }

  @Test
  void keepWantsAReasonAndReleaseDoesNot() {
    assertThat(missing(Answer.KEEP, null, of("one", "red"))).hasValue("comment");
    assertThat(missing(Answer.KEEP, " ", of("one", "red"))).hasValue("comment");
    assertThat(missing(Answer.KEEP, "A report", of("one", "red"))).isEmpty();
    assertThat(missing(Answer.RELEASE, null, of("one", "red"))).isEmpty();
  }

  @Test
  void whatIsRequiredIsGivenAndFits() {
    assertThat(missing(Answer.RELEASE, null)).hasValue("one");
    assertThat(missing(Answer.RELEASE, null, of("one", "red", "blue"))).hasValue("one");
    assertThat(missing(Answer.RELEASE, null, of("one", "green"))).hasValue("one");
    assertThat(missing(Answer.RELEASE, null, of("one", "red"), of("some", "red", "blue")))
        .isEmpty();
    assertThat(missing(Answer.RELEASE, null, of("one", "red"), of("some", "green")))
        .hasValue("some");
    assertThat(missing(Answer.RELEASE, null, of("one", "red"), of("words", "x".repeat(1_000))))
        .isEmpty();
    assertThat(missing(Answer.RELEASE, null, of("one", "red"), of("words", "x".repeat(1_001))))
        .hasValue("words");
    assertThat(missing(Answer.RELEASE, null, of("one", "red"), of("decide", "keep")))
        .hasValue("decide");
    assertThat(missing(Answer.RELEASE, null, of("one", "red"), of("other", "x"))).hasValue("other");
  }

  @Test
  void exactlyOneQuestionDecidesAndHasNoOptionsOfItsOwn() {
    Question decide = question("decide", Kind.DECISION, true);
    assertThatThrownBy(
            () -> plan(CampaignPlan.ReasonForKeep.OPTIONAL, question("one", Kind.SINGLE, true)))
        .hasMessage("questions: exactly one has the kind decision, not 0");
    assertThatThrownBy(
            () ->
                plan(
                    CampaignPlan.ReasonForKeep.OPTIONAL,
                    decide,
                    question("again", Kind.DECISION, true)))
        .hasMessage("questions: exactly one has the kind decision, not 2");
    assertThatThrownBy(() -> new Question("decide", Kind.DECISION, Map.of(), COLOURS, true))
        .hasMessageContaining("exactly Keep and Release");
    assertThatThrownBy(() -> plan(CampaignPlan.ReasonForKeep.OPTIONAL, decide, decide))
        .hasMessageStartingWith("questions:");
  }
}
