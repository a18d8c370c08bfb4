package dev.reclaim.revocation.rest;

import dev.reclaim.events.RevocationId;
import dev.reclaim.http.Problems;

/** Ids as they stand in a path. */
final class PathIds {

  private PathIds() {}

  /** The id, or a refusal that names the parameter. */
  static RevocationId revocation(String parameter, String id) {
    try {
      return new RevocationId(id);
    } catch (IllegalArgumentException e) {
      throw Problems.badField(parameter, e.getMessage());
    }
  }
}
