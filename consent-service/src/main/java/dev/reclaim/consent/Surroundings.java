package dev.reclaim.consent;

import dev.reclaim.events.CampaignName;
import dev.reclaim.events.Holder;
import dev.reclaim.events.PolicyEvent.ApplicationDefined;
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
    Optional<Holder> asked = holder.flatMap(this::whoAnswersFor);
    Circumstances.Policy policy = policy(file, holder, now);
    return new Circumstances(
        holder,
        asked,
        approving(file, holder, asked, policy.application(), now),
        policy,
        new Circumstances.Reach(
            asked.map(questions::reach).orElse(false),
            asked.map(it -> questions.askFrom(it, now)).orElse(now)),
        state.map(this::awaited).orElse(Circumstances.Awaited.NOTHING));
  }

  /** Only a person answers: an owner who is none is no owner. */
  private Optional<Holder> whoAnswersFor(Holder holder) {
    return holder.kind() == Holder.Kind.PERSON
        ? Optional.of(holder)
        : holder.owner().flatMap(people::find).filter(owner -> owner.kind() == Holder.Kind.PERSON);
  }

  private Circumstances.Awaited awaited(Candidate state) {
    Optional<Pending> pending = WhoIsAsked.pending(state);
    boolean holderReached =
        !(state instanceof AwaitingApproval it)
            || it.holderPrompt()
                .map(prompt -> questions.deliveredAt(prompt).isPresent())
                .orElse(true);
    return new Circumstances.Awaited(
        pending.map(Pending::who).flatMap(people::find),
        pending.map(Pending::prompt).flatMap(questions::deliveredAt),
        holderReached);
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

  private Circumstances.Approving approving(
      CaseFile file,
      Optional<Holder> holder,
      Optional<Holder> asked,
      Optional<ApplicationDefined> application,
      Instant now) {
    ApproverHears hears = approver -> questions.hearsFrom(approver, now);
    FindApprovers find = new FindApprovers(people, standIns, hears, now);
    return new Circumstances.Approving(
        () ->
            holder
                .map(known -> find.about(file, known, asked.orElse(known), application))
                .orElse(NOBODY_KNOWN),
        approver ->
            holder.flatMap(known -> find.insteadOf(approver, file, known, asked.orElse(known))),
        hears);
  }
}
