package dev.reclaim.usage;

import dev.reclaim.events.Holder;
import dev.reclaim.events.HolderId;
import dev.reclaim.events.InboxEvent.HolderReported;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Where people are kept, with all their names. */
public interface KeepsPeople {

  /** Holders that go, or went, by one of these names, or have one of these ids. */
  List<KnownHolder> goingBy(Set<String> names, Set<HolderId> ids);

  /** Writes them, and from now on lets these names mean whoever alone goes by them. */
  void save(Collection<KnownHolder> holders, Set<String> touchedNames);

  /**
   * Profiles as they read now, of these holders and of all whose manager or owner goes by one of
   * these names, beside the profile last published.
   */
  List<Profile> profiles(Collection<HolderId> holders, Set<String> names);

  void published(Collection<Holder> profiles);

  /** How many employed people the newest statement about each puts into the roster. */
  long inRoster();

  /**
   * The newest statements that put employed people into the roster, of those who go by none of
   * these names, normalised, and of whom nothing was said at or after a moment.
   */
  List<HolderReported> inRosterWithout(Set<String> names, Instant before);
}
