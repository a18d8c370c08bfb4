package dev.reclaim.consent.rest;

import dev.reclaim.consent.Applications;
import dev.reclaim.consent.Candidate;
import dev.reclaim.consent.People;
import dev.reclaim.events.ApplicationId;
import dev.reclaim.events.Holder;
import dev.reclaim.events.HolderId;
import dev.reclaim.events.PolicyEvent.ApplicationDefined;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Candidates as a list shows them; people and applications are looked up once for all of them. */
final class Views {

  private Views() {}

  static CandidateView of(Candidate state, People people, Applications applications) {
    return of(List.of(state), people, applications).getFirst();
  }

  static List<CandidateView> of(List<Candidate> page, People people, Applications applications) {
    Map<HolderId, Holder> known =
        people
            .among(
                page.stream()
                    .flatMap(
                        it ->
                            Stream.concat(
                                Stream.of(it.file().holder()), CandidateView.waitsFor(it).stream()))
                    .toList())
            .stream()
            .collect(Collectors.toMap(Holder::id, Function.identity()));
    Map<ApplicationId, String> titles =
        page.stream()
            .map(it -> it.file().application())
            .distinct()
            .collect(
                Collectors.toMap(
                    Function.identity(),
                    id -> applications.find(id).map(ApplicationDefined::title).orElse(id.value())));
    return page.stream().map(it -> CandidateView.of(it, known, titles)).toList();
  }
}
