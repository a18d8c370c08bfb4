package dev.reclaim.revocation;

import dev.reclaim.events.Actor;
import dev.reclaim.events.ApplicationId;
import dev.reclaim.events.CandidateId;
import dev.reclaim.events.ConnectionName;
import dev.reclaim.events.ConsentEvent.RevocationApproved;
import dev.reclaim.events.ConsentEvent.RevocationCalledOff;
import dev.reclaim.events.Event;
import dev.reclaim.events.Handling;
import dev.reclaim.events.Handling.Order;
import dev.reclaim.events.Holder;
import dev.reclaim.events.HolderId;
import dev.reclaim.events.Identifier;
import dev.reclaim.events.PolicyEvent.ApplicationDefined;
import dev.reclaim.events.PolicyEvent.RuleDefined;
import dev.reclaim.events.PolicyEvent.SeatSource;
import dev.reclaim.events.Reason;
import dev.reclaim.events.RevocationEvent;
import dev.reclaim.events.RevocationId;
import dev.reclaim.events.RuleName;
import dev.reclaim.events.SeatRef;
import dev.reclaim.events.SignalEvent.HolderChanged;
import dev.reclaim.events.SignalEvent.UsageDay;
import dev.reclaim.events.Topic;
import dev.reclaim.events.Via;
import dev.reclaim.sandbox.directory.Company;
import dev.reclaim.testkit.TopicView;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.awaitility.core.ConditionTimeoutException;

/** One application, as policy and consent speak of it on the topics. */
final class Scene {

  static final SeatSource GROUP =
      new SeatSource(new ConnectionName("corporate-directory"), Company.LICENCE_GROUP);

  private final TopicView topics;
  final ApplicationId application =
      new ApplicationId("app-" + UUID.randomUUID().toString().substring(0, 8));
  final RuleName rule = new RuleName("idle-in-" + application);
  private final Instant approvedAt = Instant.now();

  Scene(TopicView topics) {
    this.topics = topics;
    define(1, Optional.of(GROUP));
  }

  /** Somebody saved a version of the rule; orders are given under the first one. */
  void ruleIsSaved(int version, String login) {
    topics.send(
        "rule-evaluator",
        new RuleDefined(
            rule, version, "Idle", Map.of(), Optional.of(Actor.operator(login)), false));
  }

  /** From now on only a person can take its seats. */
  void defineWithoutConnection() {
    define(2, Optional.empty());
  }

  /** From now on its seats are somewhere else, or are freed in another way. */
  void defineBehind(SeatSource source) {
    define(2, Optional.of(source));
  }

  private void define(int version, Optional<SeatSource> seats) {
    topics.send(
        "rule-evaluator",
        new ApplicationDefined(
            application,
            version,
            "Tableau",
            List.of(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            false,
            seats,
            "Your dashboards stay, but you cannot open them.",
            30,
            false));
  }

  SeatRef seat(String account) {
    return SeatRef.of(
        HolderId.of(account + application),
        application,
        SeatRef.ONLY_TIER,
        account,
        new Via.Group(GROUP.entitlement()));
  }

  RevocationId approve(String account, Order order) {
    SeatRef seat = seat(account);
    CandidateId candidate = candidate(seat);
    topics.send(
        "consent-service",
        new RevocationApproved(
            candidate,
            seat,
            rule,
            1,
            Handling.Taking.of(order),
            Actor.system("consent-service"),
            "nobody answered",
            List.of(new Reason("idle", "not used for 90 days")),
            Optional.of(approvedAt)));
    return RevocationId.of(candidate);
  }

  void callOff(String account) {
    SeatRef seat = seat(account);
    topics.send(
        "consent-service",
        new RevocationCalledOff(
            candidate(seat),
            seat.holder(),
            Actor.holder(seat.holder()),
            "the holder changed their mind"));
  }

  void use(String account) {
    Instant at = Instant.now().plusSeconds(1);
    topics.send(
        "usage-ingest",
        new UsageDay(
            seat(account).holder(),
            application,
            LocalDate.ofInstant(at, ZoneOffset.UTC),
            600,
            1,
            0,
            at,
            Set.of(),
            1));
  }

  /** HR tells us one more name of somebody. */
  void isKnownAs(String account, String name) {
    topics.send(
        "usage-ingest",
        new HolderChanged(
            new Holder(
                seat(account).holder(),
                Holder.Kind.PERSON,
                List.of(new Identifier(Identifier.Kind.OTHER, name)),
                account,
                Holder.Status.ACTIVE,
                approvedAt,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Instant.now())));
  }

  void send(Event event) {
    topics.send("rule-evaluator", event);
  }

  <E extends RevocationEvent.AboutRevocation> E hears(Class<E> kind, RevocationId id) {
    try {
      return topics.await(Topic.REVOCATIONS, kind, event -> event.revocation().equals(id));
    } catch (ConditionTimeoutException e) {
      throw new AssertionError("no %s, only %s".formatted(kind.getSimpleName(), saidOf(id)), e);
    }
  }

  <E extends RevocationEvent.AboutRevocation> E hears(
      Class<E> kind, RevocationId id, Predicate<E> that) {
    return topics.await(
        Topic.REVOCATIONS, kind, event -> event.revocation().equals(id) && that.test(event));
  }

  /** All that was said about one revocation, in its order. */
  List<String> saidOf(RevocationId id) {
    return topics
        .matching(
            Topic.REVOCATIONS,
            RevocationEvent.AboutRevocation.class,
            e -> e.revocation().equals(id))
        .stream()
        .map(event -> event.getClass().getSimpleName())
        .toList();
  }

  private CandidateId candidate(SeatRef seat) {
    return CandidateId.of(seat.id(), rule, 1);
  }
}
