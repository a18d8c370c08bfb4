package dev.reclaim.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.rules.documents.PolicyDocuments;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FitTogetherTest {

  private static final String SUITE =
      "kind: application\nname: office\ntitle: Office\nsuite:\n  - word\n  - excel\n";
  private static final String RULE =
      """
      kind: rule
      name: idle
      title: Idle
      applications: [office, visio]
      campaign: friendly
      ask: holder
      when: {holderLeft: {}}
      """;

  private final List<PolicyText> files = new ArrayList<>();

  @Test
  void whatIsNamedMustBeAmongThemOrStand() {
    // given
    file("office.yaml", SUITE);
    file("rules/idle.yaml", RULE);
    file("word.yaml", application("word"));
    // then
    assertThat(faults("campaign/friendly"))
        .containsExactly(
            "office.yaml:6: suite[1]: there is no application excel",
            "rules/idle.yaml:4: applications[1]: there is no application visio");
    assertThat(faults("application/excel", "application/visio"))
        .containsExactly("rules/idle.yaml:5: campaign: there is no campaign friendly");
    assertThat(faults("application/excel", "application/visio", "campaign/friendly")).isEmpty();
  }

  @Test
  void aHoldOnAnApplicationThatNobodyKnowsProtectsNothing() {
    file("hold.yaml", "{kind: hold, name: h, type: legal, application: wrod, reason: r, owner: o}");
    assertThat(faults()).containsExactly("hold.yaml:1: application: there is no application wrod");
  }

  @Test
  void twoMayNameEachOther() {
    file("a.yaml", application("a") + "suite: [b]\n");
    file("b.yaml", application("b") + "suite: [a]\n");
    assertThat(faults()).isEmpty();
  }

  @Test
  void twoOfOneKindAndNameAreNamedBoth() {
    // given
    file("one.yaml", "# first\n" + application("word"));
    file("two.yaml", application("word"));
    // then
    assertThat(faults())
        .containsExactly(
            "two.yaml:2: name: there are two of application/word; the other is in one.yaml, line 3");
  }

  @Test
  void aRuleAndAnApplicationMayShareAName() {
    file("one.yaml", application("idle"));
    file("two.yaml", RULE);
    assertThat(faults("application/office", "application/visio", "campaign/friendly")).isEmpty();
  }

  private static String application(String name) {
    return "kind: application\nname: " + name + "\ntitle: T\n";
  }

  private void file(String name, String text) {
    files.add(new PolicyText(name, text));
  }

  private List<String> faults(String... standing) {
    ReadPolicies read = new PolicyDocuments().readAll(files);
    assertThat(read.faults()).isEmpty();
    Set<String> stands = Set.of(standing);
    return FitTogether.faults(read.documents(), id -> stands.contains(id.toString())).stream()
        .map(PolicyFault::toString)
        .toList();
  }
}
