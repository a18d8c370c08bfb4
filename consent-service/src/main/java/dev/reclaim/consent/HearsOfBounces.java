package dev.reclaim.consent;

import java.util.Optional;

/** Whether we would hear of a mail that comes back. */
public interface HearsOfBounces {

  /** Whether a mailbox is configured. */
  boolean listens();

  /** Why it cannot be read at the moment. */
  Optional<String> trouble();
}
