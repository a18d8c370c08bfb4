package dev.reclaim.consent.rest;

import dev.reclaim.consent.Applications;
import dev.reclaim.consent.Candidate;
import dev.reclaim.consent.CandidateList;
import dev.reclaim.consent.People;
import dev.reclaim.events.CandidateEvent.CandidateFound;
import dev.reclaim.events.CandidateId;
import dev.reclaim.http.Problems;
import dev.reclaim.http.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Candidates for those who look at them. */
@Path("/candidates")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.OPERATOR, Roles.ADMIN, Roles.AUDITOR, Roles.SERVICE})
public class CandidatePage {

  private static final int MOST = 500;
  private static final int USUAL = 50;

  private final CandidateList candidates;
  private final People people;
  private final Applications applications;

  CandidatePage(CandidateList candidates, People people, Applications applications) {
    this.candidates = candidates;
    this.people = people;
    this.applications = applications;
  }

  /**
   * One page of a list.
   *
   * @param next pass it as {@code after} for the page that follows; absent on the last
   */
  public record Listed(List<CandidateView> candidates, Optional<String> next) {}

  /**
   * One candidate, with all that happened to it.
   *
   * @param facts what the rule found
   */
  public record Detail(
      CandidateView candidate, CandidateFound facts, List<CandidateList.Happening> history) {}

  @GET
  public Listed list(
      @RestQuery String state,
      @RestQuery String application,
      @RestQuery String holder,
      @RestQuery Integer limit,
      @RestQuery String after) {
    int most = limit == null ? USUAL : limit;
    if (most < 1 || most > MOST) {
      throw Problems.badField("limit", "is not between 1 and " + MOST);
    }
    List<Candidate> page =
        candidates.page(
            new CandidateList.Wanted(
                Optional.ofNullable(state).map(CandidatePage::stateNamed),
                Optional.ofNullable(application),
                Optional.ofNullable(holder),
                Optional.empty(),
                Optional.ofNullable(after),
                most));
    return new Listed(
        Views.of(page, people, applications),
        page.size() < most
            ? Optional.empty()
            : Optional.of(page.getLast().file().candidate().value()));
  }

  @GET
  @Path("/{id}")
  public Detail one(@RestPath String id) {
    CandidateId candidate = idOf(id);
    Candidate state =
        candidates.find(candidate).orElseThrow(() -> Problems.notFound("Candidate", id));
    return new Detail(
        Views.of(state, people, applications),
        state.file().found(),
        candidates.historyOf(candidate));
  }

  static CandidateId idOf(String id) {
    try {
      return new CandidateId(id);
    } catch (IllegalArgumentException e) {
      throw Problems.notFound("Candidate", "of this name");
    }
  }

  /** Takes AwaitingUser, awaiting-user and Awaiting User alike. */
  private static String stateNamed(String given) {
    String plain = given.replaceAll("[\\s_-]", "").toLowerCase(Locale.ROOT);
    List<String> names =
        Arrays.stream(Candidate.class.getPermittedSubclasses()).map(Class::getSimpleName).toList();
    return names.stream()
        .filter(name -> name.toLowerCase(Locale.ROOT).equals(plain))
        .findFirst()
        .orElseThrow(
            () ->
                Problems.badField(
                    "state", "is none of " + names.stream().collect(Collectors.joining(", "))));
  }
}
