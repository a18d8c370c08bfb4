package dev.reclaim.consent.rest;

import dev.reclaim.consent.CandidateDesk;
import dev.reclaim.consent.CandidateList;
import dev.reclaim.consent.Decision;
import dev.reclaim.consent.Input;
import dev.reclaim.consent.People;
import dev.reclaim.events.CandidateId;
import dev.reclaim.events.Holder;
import dev.reclaim.http.Problems;
import dev.reclaim.http.Roles;
import dev.reclaim.messaging.Cause;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One order for many candidates; each is decided by itself, and the answer says which need a look.
 */
@Path("/candidates/orders")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
public class ManyOrders {

  private static final int MOST = 500;

  private final CandidateDesk desk;
  private final CandidateList candidates;
  private final People people;
  private final InstantSource clock;

  ManyOrders(CandidateDesk desk, CandidateList candidates, People people, InstantSource clock) {
    this.desk = desk;
    this.candidates = candidates;
    this.people = people;
    this.clock = clock;
  }

  /** What is done with each. */
  public enum Order {
    RECLAIM,
    RESUME,
    SKIP,
    SNOOZE,
    REASSIGN
  }

  /**
   * What shall happen.
   *
   * @param reason why; a skip needs one
   * @param until for a snooze
   * @param approver for a reassignment: a holder's id, or any identifier of theirs
   * @param preview only say what would become of it
   */
  public record Given(
      Order order,
      List<String> candidates,
      String reason,
      Instant until,
      String approver,
      boolean preview) {}

  /**
   * What became of one.
   *
   * @param state the state afterwards; empty when there is no such candidate
   * @param why why nothing happened
   */
  public record Item(
      String candidate, boolean done, Optional<String> state, Optional<String> why) {}

  /**
   * What became of all.
   *
   * @param summary as in "3 of 12: 9 need attention"
   */
  public record Answer(int asked, int done, int needAttention, String summary, List<Item> items) {}

  @POST
  public Answer give(Given given, @Context SecurityContext caller) {
    if (given == null || given.order() == null) {
      throw Problems.badField(
          "order", "is missing; it is one of RECLAIM, RESUME, SKIP, SNOOZE, REASSIGN");
    }
    if (given.candidates() == null || given.candidates().isEmpty()) {
      throw Problems.badField("candidates", "is missing");
    }
    if (given.candidates().size() > MOST) {
      throw Problems.badField("candidates", "are more than " + MOST);
    }
    Function<String, Input.Order> order = order(given);
    String by = caller.getUserPrincipal().getName();
    List<Item> items =
        new LinkedHashSet<>(given.candidates())
            .stream().map(id -> one(id, order.apply(by), given.preview())).toList();
    int done = Math.toIntExact(items.stream().filter(Item::done).count());
    int left = items.size() - done;
    return new Answer(
        items.size(),
        done,
        left,
        done + " of " + items.size() + (left == 0 ? "" : ": " + left + " need attention"),
        items);
  }

  private Function<String, Input.Order> order(Given given) {
    Optional<String> reason = CandidateOrders.optional("reason", given.reason());
    return switch (given.order()) {
      case RECLAIM -> by -> new Input.Reclaim(by, reason);
      case RESUME -> by -> new Input.Resume(by, reason);
      case SKIP -> {
        String why = CandidateOrders.text("reason", given.reason());
        yield by -> new Input.Skip(by, why);
      }
      case SNOOZE -> {
        if (given.until() == null) {
          throw Problems.badField("until", "is missing; it is a time such as 2026-01-31T12:00:00Z");
        }
        yield by -> new Input.Snooze(by, given.until(), reason);
      }
      case REASSIGN -> {
        Holder approver =
            Someone.named("approver", CandidateOrders.text("approver", given.approver()), people);
        yield by -> new Input.Reassign(by, approver, reason);
      }
    };
  }

  private Item one(String id, Input.Order order, boolean preview) {
    Optional<CandidateId> known = known(id);
    if (known.isEmpty()) {
      return new Item(id, false, Optional.empty(), Optional.of("There is no such candidate."));
    }
    CandidateId candidate = known.get();
    Decision decision = preview ? wouldBe(candidate, order) : take(candidate, order);
    return switch (decision) {
      case Decision.Moved moved ->
          new Item(
              id, true, Optional.of(moved.next().getClass().getSimpleName()), Optional.empty());
      case Decision.NoEffect no -> new Item(id, false, state(candidate), Optional.of(no.why()));
      case Decision.TooEarly early ->
          new Item(id, false, state(candidate), Optional.of(early.why()));
    };
  }

  private Decision take(CandidateId candidate, Input.Order order) {
    return QuarkusTransaction.requiringNew()
        .call(() -> desk.take(candidate, order, Cause.currentRequest(), clock.instant()));
  }

  /** Decides, and takes all of it back. */
  private Decision wouldBe(CandidateId candidate, Input.Order order) {
    QuarkusTransaction.begin();
    try {
      return desk.take(candidate, order, Cause.currentRequest(), clock.instant());
    } finally {
      QuarkusTransaction.rollback();
    }
  }

  private Optional<CandidateId> known(String id) {
    try {
      CandidateId candidate = new CandidateId(id);
      return candidates.find(candidate).map(_ -> candidate);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Optional<String> state(CandidateId candidate) {
    return candidates.find(candidate).map(it -> it.getClass().getSimpleName());
  }
}
