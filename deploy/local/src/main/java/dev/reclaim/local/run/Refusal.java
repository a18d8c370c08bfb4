package dev.reclaim.local.run;

/** Why a command cannot do what it was asked, in one sentence for the person at the terminal. */
public final class Refusal extends Exception {
  public Refusal(String sentence) {
    super(sentence);
  }

  public Refusal(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
