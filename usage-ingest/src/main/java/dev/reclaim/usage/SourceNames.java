package dev.reclaim.usage;

import dev.reclaim.events.SourceName;
import java.util.Locale;

/** The names under which senders are remembered, from what they call themselves. */
final class SourceNames {

  private static final int LONGEST = 63;

  private SourceNames() {}

  /**
   * As a slug: {@code /Agents/Desktop} is {@code agents-desktop}. What is too long, or has nothing
   * to spell, ends in a digest, so that two senders do not become one by being shortened.
   */
  static SourceName of(String source) {
    String slug =
        source.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    if (!slug.isEmpty() && slug.length() <= LONGEST) {
      return new SourceName(slug);
    }
    String digest = RecordIds.derive(source).substring(0, 12);
    String start = slug.isEmpty() ? "source" : slug.substring(0, LONGEST - 13);
    return new SourceName(start + "-" + digest);
  }
}
