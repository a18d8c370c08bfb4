package dev.reclaim.revocation;

import dev.reclaim.connectors.AccountId;
import dev.reclaim.connectors.AccountLook;
import dev.reclaim.connectors.CaptureOutcome;
import dev.reclaim.connectors.Captures;
import dev.reclaim.connectors.Connector;
import dev.reclaim.connectors.Deprovisions;
import dev.reclaim.connectors.Effect;
import dev.reclaim.connectors.FindsAccount;
import dev.reclaim.connectors.RestoreOutcome;
import dev.reclaim.connectors.Restores;
import dev.reclaim.connectors.RevocationOutcome;
import dev.reclaim.connectors.Revokes;
import dev.reclaim.connectors.SavedState;
import dev.reclaim.connectors.SeatLook;
import dev.reclaim.connectors.StepLook;
import dev.reclaim.connectors.Verifies;
import dev.reclaim.events.PolicyEvent.SeatAction;
import dev.reclaim.events.PolicyEvent.SeatSource;
import dev.reclaim.events.RevocationEvent.Step;
import dev.reclaim.events.SeatRef;
import dev.reclaim.events.Via;
import dev.reclaim.testkit.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * One account in one group, and a temper. Unlike a real connector it does not look before it
 * changes something, so that a blind repeat would show.
 */
final class MakeBelieveVendor
    implements Connector, FindsAccount, Captures, Revokes, Deprovisions, Verifies, Restores {

  /** How the next change is answered. */
  enum Mood {
    HONEST,
    REFUSES_FOR_NOW,
    APPLIES_AND_DROPS_THE_ANSWER,
    APPLIES_LATER,
    SAYS_DONE_AND_DOES_NOTHING,
    APPLIES_AND_BREAKS
  }

  static final Duration SLOWEST = Duration.ofSeconds(20);

  private final TestClock clock;
  private final Map<Step, Boolean> there = new EnumMap<>(Step.class);
  private final Map<Step, Integer> taken = new EnumMap<>(Step.class);
  private final Map<Step, Integer> putBack = new EnumMap<>(Step.class);
  private final Set<Step> changedWithoutALookSince = EnumSet.noneOf(Step.class);
  private final Map<Instant, Runnable> later = new TreeMap<>();
  int sessionsEnded;
  final List<String> blindRepeats = new ArrayList<>();
  final Deque<Mood> moods = new ArrayDeque<>();
  final Deque<Boolean> lookLies = new ArrayDeque<>();
  final Deque<Boolean> lookFails = new ArrayDeque<>();

  MakeBelieveVendor(TestClock clock, boolean enabled, boolean member) {
    this.clock = clock;
    there.put(Step.DISABLE_ACCOUNT, enabled);
    there.put(Step.FREE_SEAT, member);
  }

  boolean has(Step step) {
    settle();
    return there.get(step);
  }

  /** Another system undoes what was done here. */
  void giveBack(Step step) {
    there.put(step, true);
  }

  int timesTaken(Step step) {
    return taken.getOrDefault(step, 0);
  }

  int timesPutBack(Step step) {
    return putBack.getOrDefault(step, 0);
  }

  @Override
  public String kind() {
    return "make-believe";
  }

  @Override
  public Map<SeatAction, Effect> ways() {
    return Map.of(SeatAction.UNASSIGN, new Effect("The seat.", true));
  }

  @Override
  public Map<Step, Effect> steps() {
    return Map.of(
        Step.DISABLE_ACCOUNT,
        new Effect("Signing in.", true),
        Step.END_SESSIONS,
        new Effect("Being signed in.", false));
  }

  @Override
  public StepLook look(Step step, String account) {
    settle();
    return new StepLook.LeavesNoTrace();
  }

  @Override
  public AccountLook find(String account) {
    settle();
    changedWithoutALookSince.remove(Step.DISABLE_ACCOUNT);
    if (Boolean.TRUE.equals(lookFails.poll())) {
      return new AccountLook.CannotTell("busy");
    }
    return new AccountLook.Found(
        new AccountId("1"), "CN=somebody", seen(Step.DISABLE_ACCOUNT), Optional.empty());
  }

  @Override
  public SeatLook look(SeatRef seat, SeatSource source) {
    settle();
    changedWithoutALookSince.remove(Step.FREE_SEAT);
    return seen(Step.FREE_SEAT)
        ? new SeatLook.Present(new Via.Direct())
        : new SeatLook.Absent("not in the group");
  }

  private boolean seen(Step step) {
    return there.get(step) ^ Boolean.TRUE.equals(lookLies.poll());
  }

  @Override
  public CaptureOutcome capture(SeatRef seat, SeatSource source, Set<Step> before) {
    settle();
    Step step = before.iterator().next();
    return new CaptureOutcome.Saved(
        new SavedState(kind(), before, Map.of("there", Boolean.toString(there.get(step)))));
  }

  @Override
  public RevocationOutcome revoke(SeatRef seat, SeatSource source) {
    return change(
        Step.FREE_SEAT,
        () -> take(Step.FREE_SEAT),
        new RevocationOutcome.Revoked(),
        new RevocationOutcome.TryLater(Duration.ofSeconds(7), "busy"));
  }

  @Override
  public RevocationOutcome deprovision(Step step, String account) {
    if (step == Step.END_SESSIONS) {
      sessionsEnded++;
      return new RevocationOutcome.Revoked();
    }
    return change(
        Step.DISABLE_ACCOUNT,
        () -> take(Step.DISABLE_ACCOUNT),
        new RevocationOutcome.Revoked(),
        new RevocationOutcome.TryLater(Duration.ofSeconds(7), "busy"));
  }

  @Override
  public RestoreOutcome restore(SavedState saved) {
    Step step = saved.undoes().iterator().next();
    boolean before = Boolean.parseBoolean(saved.value("there").orElseThrow());
    return change(
        step,
        () -> {
          if (before && !there.put(step, true)) {
            putBack.merge(step, 1, Integer::sum);
          }
        },
        new RestoreOutcome.Restored("as it was"),
        new RestoreOutcome.TryLater(Duration.ofSeconds(7), "busy"));
  }

  private void take(Step step) {
    if (there.put(step, false)) {
      taken.merge(step, 1, Integer::sum);
    }
  }

  private <A> A change(Step step, Runnable effect, A done, A later) {
    settle();
    if (!changedWithoutALookSince.add(step)) {
      blindRepeats.add(step + " at " + clock.instant());
    }
    Mood mood = Optional.ofNullable(moods.poll()).orElse(Mood.HONEST);
    return switch (mood) {
      case HONEST -> {
        effect.run();
        yield done;
      }
      case REFUSES_FOR_NOW -> later;
      case APPLIES_AND_DROPS_THE_ANSWER -> {
        effect.run();
        yield later;
      }
      case APPLIES_LATER -> {
        this.later.put(clock.instant().plus(SLOWEST), effect);
        yield later;
      }
      case SAYS_DONE_AND_DOES_NOTHING -> done;
      case APPLIES_AND_BREAKS -> {
        effect.run();
        throw new IllegalStateException("the connector broke");
      }
    };
  }

  /** Lets arrive what was slow. */
  private void settle() {
    later
        .entrySet()
        .removeIf(
            one -> {
              boolean due = !one.getKey().isAfter(clock.instant());
              if (due) {
                one.getValue().run();
              }
              return due;
            });
  }

  @Override
  public void close() {
    // Nothing is open.
  }
}
