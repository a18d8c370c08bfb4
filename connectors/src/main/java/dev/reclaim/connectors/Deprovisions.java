package dev.reclaim.connectors;

import dev.reclaim.events.RevocationEvent.Step;
import java.util.Map;

/** Can end an account's access without deleting anything. */
public interface Deprovisions {

  /** The steps that it can take, and what each does to the holder; {@code FREE_SEAT} is none. */
  Map<Step, Effect> steps();

  /** Looks, freshly, whether a step is done for the one account that goes by a label. */
  StepLook look(Step step, String account);

  /**
   * Takes one step for the one account that goes by a label. It looks first where that is possible,
   * so a repeat is harmless; it never repeats a change by itself.
   */
  RevocationOutcome deprovision(Step step, String account);
}
