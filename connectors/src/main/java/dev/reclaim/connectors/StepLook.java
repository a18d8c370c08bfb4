package dev.reclaim.connectors;

/** What a look shows of one deprovisioning step. */
public sealed interface StepLook {

  /** It is still to be taken. */
  record Open() implements StepLook {}

  /**
   * It is done.
   *
   * @param proof what was read, as a sentence
   */
  record Done(String proof) implements StepLook {

    public Done {
      Must.beText("proof", proof);
    }
  }

  /** The system shows no trace of this step to anybody; taking it once more harms nobody. */
  record LeavesNoTrace() implements StepLook {}

  /** Nothing is known: the system did not answer, or the account could not be told. */
  record CannotTell(String why) implements StepLook {}
}
