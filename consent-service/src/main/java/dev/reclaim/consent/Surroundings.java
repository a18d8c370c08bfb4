package dev.reclaim.consent;

import dev.reclaim.events.Holder;
import dev.reclaim.events.PolicyEvent.ApplicationDefined;
import java.util.Optional;

/** Gathers what the tables say around a candidate. */
public final class Surroundings {

  private final People people;
  private final Applications applications;

  public Surroundings(People people, Applications applications) {
    this.people = people;
    this.applications = applications;
  }

  Circumstances around(CaseFile file, boolean delivered) {
    Optional<Holder> holder = people.find(file.holder());
    Optional<ApplicationDefined> application = applications.find(file.application());
    return new Circumstances(
        holder,
        holder.flatMap(
            known ->
                known.kind() == Holder.Kind.PERSON ? holder : known.owner().flatMap(people::find)),
        holder
            .map(known -> new ChooseApprover(people).about(known, application))
            .orElseGet(
                () ->
                    new ApproverChoice.Nobody(
                        Circumstances.UNKNOWN_HOLDER,
                        "Deliver the holder's HR record, then resume.")),
        application,
        delivered);
  }
}
