package dev.reclaim.console;

import java.util.List;
import java.util.Optional;

/** Looks at the other services, right now. Whatever does not answer in time is reported as such. */
public interface Watches {

  List<Health> services();

  /** What the brakes say of themselves; empty when revocation-service does not answer. */
  Optional<List<Fact>> brakes();

  /** How far the audit log reaches; empty when audit-service does not answer. */
  Optional<List<Fact>> checkpoint();

  /**
   * How one service is.
   *
   * @param ready whether it takes work
   * @param trouble why not, one sentence each; empty when it is ready
   */
  record Health(String service, boolean ready, List<String> trouble) {}
}
