package dev.reclaim.consent;

import static dev.reclaim.consent.Story.MONDAY;
import static dev.reclaim.consent.Story.asking;
import static dev.reclaim.consent.Story.found;
import static dev.reclaim.consent.Story.managedBy;
import static dev.reclaim.consent.Story.person;
import static dev.reclaim.consent.Story.tableau;
import static dev.reclaim.consent.Story.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.events.Handling;
import dev.reclaim.events.Handling.Approval;
import dev.reclaim.events.Handling.Mode;
import dev.reclaim.events.Handling.Silence;
import dev.reclaim.events.Holder;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a question says is what the decider does. */
class QuestionTest {

  private final Holder mari = person("Mari");
  private final Holder john = managedBy(person("John"), mari);
  private final Company company = Company.of(mari, john).having(tableau(Optional.of("mari"), true));

  private Question asked(Handling handling) {
    CaseFile file = CaseFile.of(found(john, handling));
    Prompt prompt =
        new Prompt(
            file.nextPrompt(john.id()),
            file.candidate(),
            Decision.Kind.HOLDER,
            john.id(),
            MONDAY.plus(Duration.ofDays(7)),
            Optional.empty(),
            Optional.empty());
    return Question.of(
        Question.Material.of(file, prompt, company, company), Words.of(Optional.of(john), MONDAY));
  }

  @Test
  void itSaysWhyWhatIsLostTheWayBackAndUntilWhen() {
    Question question = asked(asking(Silence.KEEP));
    assertThat(question.evidence()).contains("Tableau");
    assertThat(question.because().toString()).contains("No use of Tableau for 90 days.");
    assertThat(question.goes()).isEqualTo("You can no longer open your <dashboards>.");
    assertThat(question.wayBack()).contains("within 30 days");
    assertThat(question.silence()).contains("March 9, 2026").contains("you keep the seat");
  }

  @Test
  void whatSilenceMeansDependsOnTheModeAndOnWhoHasToAgree() {
    Handling release = asking(Silence.RELEASE);
    assertThat(asked(release).silence()).contains("the seat is released");
    assertThat(asked(with(release, Mode.ASK, Approval.ON_KEEP)).silence())
        .contains("you keep the seat");
    assertThat(asked(with(release, Mode.ENFORCE, Approval.ALWAYS)).silence())
        .contains("we ask your manager");
    assertThat(asked(with(release, Mode.ENFORCE, Approval.ALWAYS)).releaseThen())
        .contains("Your manager agrees first");
  }
}
