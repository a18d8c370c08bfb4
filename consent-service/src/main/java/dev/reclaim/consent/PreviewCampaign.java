package dev.reclaim.consent;

import dev.reclaim.events.ApplicationId;
import dev.reclaim.events.CampaignName;
import dev.reclaim.events.CandidateEvent.CandidateFound;
import dev.reclaim.events.CandidateId;
import dev.reclaim.events.Evidence;
import dev.reclaim.events.Handling;
import dev.reclaim.events.Holder;
import dev.reclaim.events.PolicyEvent.CampaignDefined;
import dev.reclaim.events.PromptId;
import dev.reclaim.events.Reason;
import dev.reclaim.events.RuleName;
import dev.reclaim.events.SeatRef;
import dev.reclaim.events.Via;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Shows what a campaign says to a holder, drafts as well, with a seat that is made up. Nobody is
 * asked anything, and nothing is kept.
 */
public final class PreviewCampaign {

  private static final Handling.Term A_WEEK = Handling.Term.calendar(Duration.ofDays(7));

  private final Applications applications;
  private final String pages;

  /**
   * @param pages where links lead to, without a slash at the end
   */
  public PreviewCampaign(Applications applications, String pages) {
    this.applications = applications;
    this.pages = pages;
  }

  /** Empty when there is no such campaign. */
  public Optional<Letter> to(
      CampaignName name, Holder reader, ApplicationId application, Instant now) {
    return applications.campaign(name).map(it -> letter(it, reader, application, now));
  }

  private Letter letter(
      CampaignDefined campaign, Holder reader, ApplicationId application, Instant now) {
    CaseFile file = CaseFile.of(madeUp(campaign.campaign(), reader, application, now));
    Handling.Term term = CampaignChoice.planOf(campaign).timing().answerWithin().orElse(A_WEEK);
    Prompt prompt =
        new Prompt(
            PromptId.of(file.candidate(), reader.id().value(), 0),
            file.candidate(),
            Decision.Kind.HOLDER,
            reader.id(),
            WorkingTime.of(reader).after(term, now),
            Optional.empty(),
            Optional.empty());
    Words words = Words.of(Optional.of(reader), now);
    Question question =
        Question.of(
            new Question.Material(
                file,
                prompt,
                Optional.of(reader),
                Optional.of(reader),
                applications.find(application),
                Optional.of(campaign)),
            words);
    return new Letter(
        MessageId.of(prompt.id(), Message.Purpose.TEST, Channel.MAIL, now),
        Message.Purpose.TEST,
        reader,
        List.of(new Letter.Item(prompt, question, pages + "/prompts/test")),
        "000000",
        words,
        1);
  }

  private static CandidateFound madeUp(
      CampaignName campaign, Holder reader, ApplicationId application, Instant now) {
    SeatRef seat =
        SeatRef.of(reader.id(), application, SeatRef.ONLY_TIER, reader.name(), new Via.Direct());
    RuleName rule = new RuleName("preview");
    return new CandidateFound(
        CandidateId.of(seat.id(), rule, 1),
        seat,
        rule,
        1,
        1,
        List.of(new Reason("preview", "Here stands why the rule found the seat.")),
        new Evidence.NotUsedSince(now.minus(Duration.ofDays(90)), now.minus(Duration.ofDays(180))),
        new Handling(
            Handling.Mode.ASK,
            new Handling.Asking(
                Handling.Ask.HOLDER, Optional.of(campaign), A_WEEK, Handling.Silence.KEEP),
            Handling.Approval.ON_KEEP,
            Handling.Taking.of(Handling.Order.SEAT_ONLY),
            true),
        Optional.empty(),
        now);
  }
}
