package dev.reclaim.consent.rest;

import dev.reclaim.consent.People;
import dev.reclaim.events.Holder;
import dev.reclaim.events.HolderId;
import dev.reclaim.http.Problems;

/** People as callers name them. */
final class Someone {

  private Someone() {}

  /** By any identifier, or by their id; refuses the field when HR knows nobody so called. */
  static Holder named(String field, String name, People people) {
    return people
        .named(name)
        .or(() -> people.find(new HolderId(name)))
        .orElseThrow(() -> Problems.badField(field, "HR has told us of nobody by this name"));
  }
}
