package dev.reclaim.usage;

import dev.reclaim.events.Identifier;
import dev.reclaim.events.PolicyEvent.Alias;
import dev.reclaim.events.SourceName;
import java.util.Optional;

/**
 * A name by which an application is known.
 *
 * @param text normalised
 * @param source the only source that means it by this name; empty for every source
 */
public record Label(String text, Optional<SourceName> source) {

  static Label of(Alias alias) {
    return new Label(Identifier.normalise(alias.name()), alias.source());
  }
}
