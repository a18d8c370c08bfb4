package dev.reclaim.local;

import java.util.List;

/** What PostgreSQL promises when the machine, not only its process, goes down. */
public enum Durability {
  /** A commit is on the disk. For {@code ./reclaim up}. */
  SURVIVES_POWER_LOSS,
  /** A commit survives {@code kill -9}, not a power loss. For tests. */
  SURVIVES_KILL;

  List<String> flags() {
    return switch (this) {
      case SURVIVES_POWER_LOSS -> List.of();
      case SURVIVES_KILL -> List.of("-c", "fsync=off", "-c", "full_page_writes=off");
    };
  }
}
