package dev.reclaim.consent;

import dev.reclaim.events.Holder;
import dev.reclaim.events.HolderId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Who is who, as HR last said. */
public interface People {

  Optional<Holder> find(HolderId id);

  /** By any identifier; upper and lower case are the same. */
  Optional<Holder> named(String identifier);

  /** Several at once; who is not known is left out. */
  List<Holder> among(Collection<HolderId> ids);

  /**
   * Who has no manager, or one of another department, and has not left; empty unless it is exactly
   * one. Those on leave count where none is at work: others may stand in for them.
   */
  Optional<Holder> headOf(String department);

  /**
   * Keeps others from taking news of these holders until the transaction ends, so that a profile
   * and a candidate that arrive at the same moment see each other.
   */
  void lock(Collection<HolderId> holders);

  /**
   * Keeps a profile, unless a newer one is known.
   *
   * @return whether it was news
   */
  boolean put(Holder holder);
}
