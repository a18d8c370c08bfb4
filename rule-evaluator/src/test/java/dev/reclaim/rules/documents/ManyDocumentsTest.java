package dev.reclaim.rules.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.rules.PolicyFault;
import dev.reclaim.rules.PolicyText;
import dev.reclaim.rules.ReadPolicies;
import java.util.List;
import org.junit.jupiter.api.Test;

class ManyDocumentsTest {

  private static final String VISIO = "kind: application\nname: visio\ntitle: Visio\n";

  private final PolicyDocuments documents = new PolicyDocuments();

  @Test
  void oneFileMayHoldSeveralDocuments() {
    // when
    ReadPolicies read =
        read("all.yaml", "# ours\n---\n" + VISIO + "---\n" + VISIO.replace("visio", "miro"));
    // then
    assertThat(read.faults()).isEmpty();
    assertThat(read.documents())
        .extracting(written -> written.id().toString())
        .containsExactly("application/visio", "application/miro");
  }

  @Test
  void aFaultNamesTheLineOfTheFileAndNotOfTheDocument() {
    // given: the wrong key stands in line 8
    String text = VISIO + "---\n" + VISIO + "colour: red\n...\n";
    // then
    assertThat(read("all.yaml", text).faults())
        .extracting(PolicyFault::toString)
        .containsExactly("all.yaml:8: colour: is an unknown key");
  }

  @Test
  void whatCannotBeReadIsNamedWithItsLineToo() {
    assertThat(read("all.yaml", VISIO + "---\n" + VISIO + "aliases: [\n").faults())
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.key()).isEqualTo("body");
              assertThat(fault.line().orElseThrow()).isGreaterThanOrEqualTo(8);
            });
  }

  @Test
  void whatTheParserSaysIsSaidInOneLine() {
    assertThat(read("a.yaml", "kind: campaign\nsubject: {en: Still?}\n").faults())
        .extracting(PolicyFault::toString)
        .singleElement()
        .asString()
        .startsWith("a.yaml:2: body: cannot be read: while parsing a flow mapping, expected ");
  }

  @Test
  void hyphensInsideATextPartNothing() {
    // given
    String text = VISIO + "loss: |\n  ---\n  gone\n";
    // then
    assertThat(read("a.yaml", text).documents())
        .singleElement()
        .satisfies(
            written ->
                assertThat(written.document().content()).containsEntry("loss", "---\ngone\n"));
  }

  @Test
  void everyFaultOfEveryFileIsNamed() {
    // when
    ReadPolicies read =
        documents.readAll(
            List.of(
                new PolicyText("a.yaml", "title: A\n"),
                new PolicyText("b.json", "{\"kind\": \"gadget\"}"),
                new PolicyText("c.yaml", "# nothing\n"),
                new PolicyText("d.yaml", VISIO)));
    // then
    assertThat(read.faults())
        .extracting(PolicyFault::toString)
        .containsExactly(
            "a.yaml: kind: is missing: application, rule, campaign, hold",
            "b.json:1: kind: must be one of application, rule, campaign, hold",
            "c.yaml: body: has no document in it");
    assertThat(read.documents()).hasSize(1);
  }

  @Test
  void aScalarOfAListHasALineOfItsOwn() {
    assertThat(read("a.yaml", VISIO + "suite:\n  - word\n  - Excel\n").faults())
        .extracting(PolicyFault::toString)
        .singleElement()
        .asString()
        .startsWith("a.yaml:6: suite[1]: ");
  }

  private ReadPolicies read(String file, String text) {
    return documents.readAll(List.of(new PolicyText(file, text)));
  }
}
