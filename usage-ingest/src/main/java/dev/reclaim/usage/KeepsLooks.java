package dev.reclaim.usage;

import dev.reclaim.events.ApplicationId;
import java.util.Optional;

/** Where it is kept how the looks go. */
public interface KeepsLooks {

  Optional<LookState> of(ApplicationId application);

  void save(LookState state);
}
