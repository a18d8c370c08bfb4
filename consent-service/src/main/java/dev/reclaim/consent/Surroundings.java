package dev.reclaim.consent;

import dev.reclaim.events.CampaignName;
import dev.reclaim.events.Holder;
import dev.reclaim.events.PolicyEvent.ApplicationDefined;
import dev.reclaim.events.PromptId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Gathers what the tables say around a candidate. */
public final class Surroundings {

  private static final LineOfApprovers NOBODY_KNOWN =
      new LineOfApprovers(
          List.of(),
          Circumstances.UNKNOWN_HOLDER,
          "Deliver the holder's HR record, then resume.",
          Set.of());

  private final People people;
  private final StandIns standIns;
  private final Applications applications;
  private final Questions questions;

  public Surroundings(
      People people, StandIns standIns, Applications applications, Questions questions) {
    this.people = people;
    this.standIns = standIns;
    this.applications = applications;
    this.questions = questions;
  }

  Circumstances around(CaseFile file, Optional<Candidate> state, Instant now) {
    Optional<Holder> holder = people.find(file.holder());
    Optional<Holder> asked =
        holder.flatMap(
            known ->
                known.kind() == Holder.Kind.PERSON ? holder : known.owner().flatMap(people::find));
    Circumstances.Policy policy = policy(file, holder, now);
    return new Circumstances(
        holder,
        asked,
        () -> line(file, holder, asked, policy.application(), now),
        approver -> questions.hearsFrom(approver, now),
        policy,
        new Circumstances.Reach(
            asked.map(questions::reach).orElse(false),
            state.map(Surroundings::awaited).map(questions::delivered).orElse(false),
            asked.map(it -> questions.askFrom(it, now)).orElse(now)));
  }

  private static Set<PromptId> awaited(Candidate state) {
    return switch (state) {
      case AwaitingUser it -> Set.of(it.prompt());
      case AwaitingApproval it -> Set.of(it.prompt());
      case AttentionRequired _,
          Ready _,
          AwaitingRevocation _,
          Held _,
          ClosedComplete _,
          ClosedSkipped _,
          ClosedCanceled _ ->
          Set.of();
    };
  }

  private Circumstances.Policy policy(CaseFile file, Optional<Holder> holder, Instant now) {
    Optional<CampaignName> campaign = file.handling().asking().campaign();
    return new Circumstances.Policy(
        applications.find(file.application()),
        CampaignChoice.of(campaign, campaign.flatMap(applications::campaign), now),
        applications.restUnder(file.found().rule()),
        questions.budget(),
        () ->
            holder
                .map(it -> applications.holdsOn(it, file.application()))
                .map(holds -> KnownHolds.of(holds, now))
                .orElse(KnownHolds.NONE));
  }

  private LineOfApprovers line(
      CaseFile file,
      Optional<Holder> holder,
      Optional<Holder> asked,
      Optional<ApplicationDefined> application,
      Instant now) {
    return holder
        .map(
            known ->
                new FindApprovers(
                        people, standIns, approver -> questions.hearsFrom(approver, now), now)
                    .about(file, known, asked.orElse(known), application))
        .orElse(NOBODY_KNOWN);
  }
}
