package dev.reclaim.consent;

import static dev.reclaim.consent.Story.MONDAY;
import static dev.reclaim.consent.Story.asking;
import static dev.reclaim.consent.Story.askingNobody;
import static dev.reclaim.consent.Story.found;
import static dev.reclaim.consent.Story.managedBy;
import static dev.reclaim.consent.Story.person;
import static dev.reclaim.consent.Story.restricted;
import static dev.reclaim.consent.Story.tableau;
import static dev.reclaim.consent.Story.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.events.Answer;
import dev.reclaim.events.Handling;
import dev.reclaim.events.Handling.Approval;
import dev.reclaim.events.Handling.Mode;
import dev.reclaim.events.Handling.Silence;
import dev.reclaim.events.Holder;
import dev.reclaim.events.PolicyEvent.ApplicationDefined;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What pages say of the future is what the deciders do. */
class OutlookTest {

  private final Holder mari = person("Mari");
  private final Holder john = managedBy(person("John"), mari);
  private final ApplicationDefined tableau = tableau(Optional.empty(), true);

  private AwaitingApproval awaitingApproval(Answer wish) {
    CaseFile file =
        CaseFile.of(found(john, with(asking(Silence.RELEASE), Mode.ENFORCE, Approval.ALWAYS)))
            .wishing(wish);
    return new AwaitingApproval(
        file,
        Optional.of(file.nextPrompt(john.id())),
        new Pending(
            mari.id(), file.nextPrompt(mari.id()), MONDAY.plus(Duration.ofDays(7)), List.of()));
  }

  @Test
  void whoReleasesASeatIsNotToldThatTheyKeepIt() {
    assertThat(Outlook.after(awaitingApproval(Answer.RELEASE))).isEqualTo("done.Agreeing");
    assertThat(Outlook.after(awaitingApproval(Answer.KEEP))).isEqualTo("done.AwaitingApproval");
  }

  private String noticed(Handling handling, ApplicationDefined application) {
    return Outlook.of(
        Ready.now(CaseFile.of(found(john, handling)), "Found."), Optional.of(application));
  }

  @Test
  void aQuestionIsPromisedOnlyWhereOneWillCome() {
    assertThat(noticed(asking(Silence.KEEP), tableau)).isEqualTo("me.noticed");
    assertThat(noticed(askingNobody(true), tableau)).isEqualTo("me.noticed-unasked");
    assertThat(noticed(asking(Silence.KEEP), restricted(tableau))).isEqualTo("me.noticed-unasked");
    assertThat(noticed(with(asking(Silence.KEEP), Mode.OBSERVE, Approval.ON_KEEP), tableau))
        .isEqualTo("me.noticed-observed");
  }
}
