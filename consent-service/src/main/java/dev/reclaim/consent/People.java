package dev.reclaim.consent;

import dev.reclaim.events.Holder;
import dev.reclaim.events.HolderId;
import java.util.Optional;

/** Who is who, as HR last said. */
public interface People {

  Optional<Holder> find(HolderId id);

  /** By any identifier; upper and lower case are the same. */
  Optional<Holder> named(String identifier);

  /**
   * Keeps a profile, unless a newer one is known.
   *
   * @return whether it was news
   */
  boolean put(Holder holder);
}
