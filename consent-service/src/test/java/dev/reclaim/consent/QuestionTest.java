package dev.reclaim.consent;

import static dev.reclaim.consent.Story.MONDAY;
import static dev.reclaim.consent.Story.asking;
import static dev.reclaim.consent.Story.campaign;
import static dev.reclaim.consent.Story.found;
import static dev.reclaim.consent.Story.managedBy;
import static dev.reclaim.consent.Story.person;
import static dev.reclaim.consent.Story.robot;
import static dev.reclaim.consent.Story.sayingNothingOfLoss;
import static dev.reclaim.consent.Story.speaking;
import static dev.reclaim.consent.Story.tableau;
import static dev.reclaim.consent.Story.under;
import static dev.reclaim.consent.Story.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.events.Answer;
import dev.reclaim.events.CampaignPlan;
import dev.reclaim.events.CandidateEvent.CandidateFound;
import dev.reclaim.events.Handling;
import dev.reclaim.events.Handling.Approval;
import dev.reclaim.events.Handling.Mode;
import dev.reclaim.events.Handling.Silence;
import dev.reclaim.events.Holder;
import dev.reclaim.events.SeatRef;
import dev.reclaim.events.Via;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a question says is what the decider does. */
class QuestionTest {

  private final Holder mari = person("Mari");
  private final Holder john = managedBy(person("John"), mari);
  private final Company company = Company.of(mari, john).having(tableau(Optional.of("mari"), true));

  private Question asked(Handling handling) {
    return asked(Decision.Kind.HOLDER, john, CaseFile.of(found(john, handling)), company);
  }

  private static Question asked(Decision.Kind kind, Holder reader, CaseFile file, Company company) {
    Prompt prompt =
        new Prompt(
            file.nextPrompt(reader.id()),
            file.candidate(),
            kind,
            reader.id(),
            MONDAY.plus(Duration.ofDays(7)),
            Optional.empty(),
            Optional.empty());
    return Question.of(
        Question.Material.of(file, prompt, company, company),
        Words.of(Optional.of(reader), MONDAY));
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
        .contains("somebody else is asked to decide");
    assertThat(asked(with(release, Mode.ENFORCE, Approval.ALWAYS)).releaseThen())
        .contains("Somebody else has to agree first");
  }

  private String approversSilence(Handling handling, Optional<Answer> wish) {
    CaseFile file = CaseFile.of(found(john, handling));
    return asked(Decision.Kind.APPROVER, mari, wish.map(file::wishing).orElse(file), company)
        .silence();
  }

  @Test
  void whatAnApproversSilenceMeansDependsOnTheRuleAndOnTheHoldersWish() {
    Handling release = asking(Silence.RELEASE);
    assertThat(approversSilence(asking(Silence.KEEP), Optional.empty()))
        .contains("the seat is kept");
    assertThat(approversSilence(asking(Silence.PARK), Optional.empty()))
        .contains("those who look after software decide");
    assertThat(approversSilence(release, Optional.empty())).contains("the seat is released");
    assertThat(approversSilence(release, Optional.of(Answer.RELEASE)))
        .contains("the seat is released");
    assertThat(approversSilence(release, Optional.of(Answer.KEEP))).contains("the seat is kept");
    assertThat(approversSilence(with(release, Mode.ASK, Approval.ALWAYS), Optional.empty()))
        .contains("those who look after software decide");
  }

  @Test
  void theDocumentsEnglishIsMarkedAndSpeaksToTheHolderAlone() {
    Holder misaki = speaking(managedBy(person("Misaki"), mari), "ja");
    Company all = Company.of(mari, misaki).having(tableau(Optional.of("mari"), true));
    CaseFile file = CaseFile.of(found(misaki, asking(Silence.KEEP)));
    // when
    Question toHolder = asked(Decision.Kind.HOLDER, misaki, file, all);
    Question toApprover = asked(Decision.Kind.APPROVER, mari, file, all);
    // then
    assertThat(toHolder.goes()).isEqualTo("You can no longer open your <dashboards>.");
    assertThat(toHolder.langOf("goes")).hasValue("en");
    assertThat(toHolder.langOf("title")).isEmpty();
    assertThat(toApprover.goes()).isEqualTo("Misaki can no longer sign in to Tableau.");
    assertThat(toApprover.langOf("goes")).isEmpty();
  }

  @Test
  void whatNoDocumentSaysIsSaidInTheReadersLanguage() {
    Holder misaki = speaking(managedBy(person("Misaki"), mari), "ja");
    Company all =
        Company.of(mari, misaki).having(sayingNothingOfLoss(tableau(Optional.empty(), true)));
    Question toHolder =
        asked(Decision.Kind.HOLDER, misaki, CaseFile.of(found(misaki, asking(Silence.KEEP))), all);
    assertThat(toHolder.goes()).isEqualTo("Tableau にサインインできなくなります。");
    assertThat(toHolder.langOf("goes")).isEmpty();
  }

  @Test
  void whoAnswersForAnAccountReadsWhichOneIsMeant() {
    Holder robot = robot("Nightly", Optional.of(john));
    Company all = Company.of(mari, john, robot).having(tableau(Optional.empty(), true));
    // when
    Question question =
        asked(Decision.Kind.HOLDER, john, CaseFile.of(found(robot, asking(Silence.KEEP))), all);
    // then
    assertThat(question.subject()).isEqualTo("Does Nightly still need Tableau?");
    assertThat(question.title()).isEqualTo(question.subject());
    assertThat(question.evidence()).contains("no use of Tableau by Nightly");
    assertThat(question.seat()).contains("you answer for Nightly").contains("Account: Nightly");
    assertThat(question.keep()).isEqualTo("Keep Nightly's seat");
    assertThat(question.goes()).isEqualTo("Nightly can no longer sign in to Tableau.");
    assertThat(question.silence()).contains("the seat is kept");
  }

  @Test
  void theTierIsNamedWhereThereAreSeveral() {
    CandidateFound one = found(john, asking(Silence.KEEP));
    CandidateFound creator =
        new CandidateFound(
            one.candidate(),
            SeatRef.of(john.id(), Story.TABLEAU, "Creator", "j.doe", new Via.Direct()),
            one.rule(),
            one.ruleVersion(),
            one.episode(),
            one.reasons(),
            one.evidence(),
            one.handling(),
            one.pricePerMonth(),
            one.asOf());
    assertThat(asked(Decision.Kind.HOLDER, john, CaseFile.of(creator), company).seat())
        .isEqualTo("Account: j.doe (Creator)");
    assertThat(asked(asking(Silence.KEEP)).seat()).isEqualTo("Account: John");
  }

  @Test
  void campaignTextInAnotherLanguageIsMarked() {
    Holder misaki = speaking(managedBy(person("Misaki"), mari), "ja");
    Company all = Company.of(mari, misaki).having(tableau(Optional.empty(), true));
    all.put(campaign("more", CampaignPlan.PLAIN));
    Question question =
        asked(
            Decision.Kind.HOLDER,
            misaki,
            CaseFile.of(found(misaki, under("more", asking(Silence.KEEP)))),
            all);
    assertThat(question.subject()).isEqualTo("Still needed?");
    assertThat(question.langOf("subject")).hasValue("en");
    assertThat(question.langOf("intro")).hasValue("en");
  }
}
