package dev.reclaim.rules.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.reclaim.events.CampaignPlan;
import dev.reclaim.events.Handling;
import dev.reclaim.rules.BadPolicy;
import dev.reclaim.rules.Campaign;
import dev.reclaim.rules.PolicyKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadsCampaignsTest {

  private static final String TEXTS = "kind: campaign\nname: c\nsubject: {en: S}\nintro: {en: I}\n";

  private static Campaign read(String text) {
    Tree tree = Tree.of(text);
    new Schemas().check(PolicyKind.CAMPAIGN, tree);
    return ReadsCampaigns.of(Keys.of(tree));
  }

  private static BadPolicy refused(String more) {
    return catchThrowableOfType(BadPolicy.class, () -> read(TEXTS + more));
  }

  @Test
  void theStandardCampaignSpeaksFiveLanguagesThroughout() throws IOException {
    // when
    Campaign standard = read(Files.readString(Path.of("../catalog/campaigns/standard.yaml")));
    // then
    List<String> five = List.of("en", "de", "fr", "es", "ja");
    assertThat(standard.subject()).containsOnlyKeys(five);
    assertThat(standard.intro()).containsOnlyKeys(five);
    standard.plan().questions().stream()
        .filter(it -> it.kind() != CampaignPlan.Kind.DECISION)
        .forEach(
            it -> {
              assertThat(it.text()).containsOnlyKeys(five);
              it.options().forEach(option -> assertThat(option.text()).containsOnlyKeys(five));
            });
    assertThat(standard.plan().timing().answerWithin()).hasValue(Handling.Term.businessDays(10));
  }

  @Test
  void whatIsLeftOutIsUsual() {
    assertThat(read(TEXTS).plan()).isEqualTo(CampaignPlan.PLAIN);
  }

  @Test
  void everyKeyCounts() {
    // when
    CampaignPlan plan =
        read(TEXTS
                + """
                sender: {name: Desk, picture: 'https://example.com/desk.png'}
                questions:
                  - {id: decide, kind: decision}
                  - {id: why, kind: several, required: true, text: {en: Why}, options: [{id: a, text: {en: A}}, {id: b, text: {en: B}}]}
                reasonForKeep: required
                priority: high
                start: 2027-01-31T08:00:00+01:00
                expires: 2027-03-31T18:00:00+02:00
                answerWithin: P10D
                reminders: [2]
                draft: true
                """)
            .plan();
    // then
    assertThat(plan.sender().orElseThrow().name()).isEqualTo("Desk");
    assertThat(plan.questions()).hasSize(2);
    assertThat(plan.questions().getLast().required()).isTrue();
    assertThat(plan.reasonForKeep()).isEqualTo(CampaignPlan.ReasonForKeep.REQUIRED);
    assertThat(plan.priority()).isEqualTo(CampaignPlan.Priority.HIGH);
    assertThat(plan.timing().start()).hasValue(Instant.parse("2027-01-31T07:00:00Z"));
    assertThat(plan.timing().expires()).hasValue(Instant.parse("2027-03-31T16:00:00Z"));
    assertThat(plan.timing().remindDaysBefore()).containsExactly(2);
    assertThat(plan.draft()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "questions: [{id: a, kind: single, text: {en: A}, options: [{id: x, text: {en: X}}, {id: y,"
            + " text: {en: Y}}]}] | questions",
        "questions: [{id: a, kind: decision}, {id: b, kind: decision}] | questions",
        "questions: [{id: a, kind: decision}, {id: b, kind: single}] | questions[1].options",
        "questions: [{id: a, kind: decision, options: [{id: x, text: {en: X}}, {id: y, text: {en:"
            + " Y}}]}] | questions[0].options",
        "questions: [{id: a, kind: guess}] | questions[0].kind",
        "sender: {name: Desk, picture: 'http://example.com'} | sender.picture",
        "reminders: [91] | reminders",
        "reminders: [-1] | reminders",
        "start: tomorrow | start",
        "answerWithin: -3 business days | answerWithin",
        "answerWithin: P-3D | answerWithin",
        "colour: red | colour"
      })
  void whatMayNotBeIsRefusedByItsKey(String more, String key) {
    assertThat(refused(more).key()).startsWith(key);
  }

  @Test
  void anEndBeforeTheStartIsRefused() {
    assertThat(refused("start: 2027-02-01T00:00:00Z\nexpires: 2027-02-01T00:00:00Z\n").key())
        .isEqualTo("expires");
  }
}
