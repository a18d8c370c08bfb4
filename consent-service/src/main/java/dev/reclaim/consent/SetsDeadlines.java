package dev.reclaim.consent;

import dev.reclaim.events.CampaignPlan;
import dev.reclaim.events.Holder;
import java.time.Instant;

/** Until when an answer is awaited, and when somebody is reminded, in their own time. */
record SetsDeadlines(Circumstances.Policy policy) {

  /** As the campaign says, else the rule; not beyond the campaign's own end. */
  Pending holder(Ready ready, Holder asked, Instant now) {
    CampaignPlan.Timing timing = timing();
    Instant term =
        WorkingTime.of(asked)
            .after(
                timing.answerWithin().orElse(ready.file().handling().asking().answerWithin()), now);
    Instant until = timing.expires().filter(end -> end.isBefore(term)).orElse(term);
    return pending(ready.file(), asked, now, until);
  }

  /** The time runs from when the message goes out, not from when it was written. */
  Pending approver(CaseFile file, LineOfApprovers.Approver approver) {
    Instant hears = approver.hearsFrom();
    Instant until =
        WorkingTime.of(approver.person()).after(file.handling().asking().answerWithin(), hears);
    return pending(file, approver.person(), hears, until);
  }

  private Pending pending(CaseFile file, Holder reader, Instant from, Instant until) {
    return new Pending(
        reader.id(),
        file.nextPrompt(reader.id()),
        until,
        policy.budget().reminders(timing().remindDaysBefore(), reader, from, until));
  }

  private CampaignPlan.Timing timing() {
    return policy.campaign().plan().timing();
  }
}
