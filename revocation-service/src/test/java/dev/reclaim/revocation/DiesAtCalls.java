package dev.reclaim.revocation;

import dev.reclaim.connectors.CaptureOutcome;
import dev.reclaim.connectors.RestoreOutcome;
import dev.reclaim.connectors.RevocationOutcome;
import dev.reclaim.connectors.SavedState;
import dev.reclaim.events.RevocationEvent.Step;
import dev.reclaim.events.SeatRef;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * The process ends at the first call for each step and now and then at a later one: most often
 * after the vendor answered and before anybody recorded it, sometimes with the answer lost as well,
 * sometimes before the call. It also notes each call that was repeated without a look in between.
 */
final class DiesAtCalls implements Vendor {

  private final Vendor vendor;
  private final VendorOnStage stage;
  private final RandomGenerator random;
  private final Set<Step> died = EnumSet.noneOf(Step.class);
  private final Set<Step> diedRestoring = EnumSet.noneOf(Step.class);
  private final Set<Step> calledSinceLook = EnumSet.noneOf(Step.class);
  int blindRepeats;

  /** How often it died between the call and the record of its outcome. */
  int crashes;

  DiesAtCalls(Vendor vendor, VendorOnStage stage, RandomGenerator random) {
    this.vendor = vendor;
    this.stage = stage;
    this.random = random;
  }

  @Override
  public Whereabouts find(List<String> names) {
    return vendor.find(names);
  }

  @Override
  public Look look(Step step, SeatRef seat, Place place) {
    calledSinceLook.remove(step);
    return vendor.look(step, seat, place);
  }

  @Override
  public Look lookAgain(Step step, SavedState earlier, Place place) {
    calledSinceLook.remove(step);
    return vendor.lookAgain(step, earlier, place);
  }

  @Override
  public CaptureOutcome save(Step step, SeatRef seat, Place place) {
    return vendor.save(step, seat, place);
  }

  @Override
  public RevocationOutcome take(Step step, SeatRef seat, Place place) {
    boolean dies = died.add(step) || random.nextInt(4) == 0;
    if (dies && random.nextInt(10) == 0) {
      throw new Crash();
    }
    note(step);
    if (dies && random.nextInt(4) == 0) {
      stage.loseAnswer(step == Step.FREE_SEAT ? random.nextInt(stage.changesToTake()) : 0);
    }
    RevocationOutcome outcome = vendor.take(step, seat, place);
    stage.behave();
    return end(dies, outcome);
  }

  @Override
  public RestoreOutcome putBack(SavedState earlier) {
    boolean dies = false;
    for (Step step : earlier.undoes()) {
      dies |= diedRestoring.add(step);
      note(step);
    }
    if (dies && random.nextInt(4) == 0) {
      stage.loseAnswer(0);
    }
    RestoreOutcome outcome = vendor.putBack(earlier);
    stage.behave();
    return end(dies, outcome);
  }

  private <O> O end(boolean dies, O outcome) {
    if (dies) {
      crashes++;
      throw new Crash();
    }
    return outcome;
  }

  private void note(Step step) {
    if (!calledSinceLook.add(step)) {
      blindRepeats++;
    }
  }
}
