package dev.reclaim.console;

import java.util.List;
import java.util.Optional;

/** Looks at the other services, right now. Whatever does not answer in time is reported as such. */
public interface Watches {

  List<Health> services();

  /** How each brake stands; empty when revocation-service does not answer. */
  Optional<List<Brake>> brakes();

  /** How far the audit log reaches; empty when audit-service does not answer. */
  Optional<List<Fact>> checkpoint();

  /**
   * How one brake stands.
   *
   * @param why what it says at present
   * @param held how many revocations it holds
   * @param items the first of them
   */
  record Brake(String name, Standing standing, String why, int held, List<Held> items) {

    public Brake {
      items = List.copyOf(items);
    }

    /**
     * One revocation that a brake holds.
     *
     * @param why the reason, as it was when it began to be held
     * @param voices who has asked that this one be let go
     */
    public record Held(
        String revocation,
        String candidate,
        String account,
        String application,
        String why,
        List<String> voices) {

      public Held {
        voices = List.copyOf(voices);
      }
    }

    /** As revocation-service calls it. */
    public enum Standing {
      OPEN("Open", "done"),
      WARNS("A limit is near", "person"),
      STOPS("Stops", "held");

      private final String words;
      private final String tone;

      Standing(String words, String tone) {
        this.words = words;
        this.tone = tone;
      }

      public String words() {
        return words;
      }

      /** The state whose colour and shape it has. */
      public String tone() {
        return tone;
      }
    }
  }

  /**
   * How one service is.
   *
   * @param ready whether it takes work
   * @param trouble why not, one sentence each; empty when it is ready
   */
  record Health(String service, boolean ready, List<String> trouble) {}
}
