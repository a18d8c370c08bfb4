package dev.reclaim.audit.verify;

import java.util.Optional;

/**
 * What stood at a position.
 *
 * @param hash empty when nobody can say any more
 * @param since {@code witnessed} or {@code signed}
 */
record Was(long position, Optional<Hash> hash, String since) {

  boolean fits(Is is) {
    return hash.isEmpty() || hash.get().equals(is.hash());
  }
}
