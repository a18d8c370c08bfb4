package dev.reclaim.consent;

import dev.reclaim.events.Holder;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The channels that this installation has, in the order in which they are tried. A later one is
 * used only when an earlier one stayed unanswered, or could not deliver.
 */
public final class Channels {

  private final List<SendsPrompts> inOrder;

  public Channels(List<SendsPrompts> inOrder) {
    this.inOrder = List.copyOf(inOrder);
  }

  public List<SendsPrompts> all() {
    return inOrder;
  }

  /** The first by which this reader is reached. */
  public Optional<Channel> first(Holder reader) {
    return after(reader, Set.of());
  }

  /** The first of those that were not used yet. */
  public Optional<Channel> after(Holder reader, Set<Channel> used) {
    return inOrder.stream()
        .filter(channel -> !used.contains(channel.channel()))
        .filter(channel -> channel.reaches(reader))
        .map(SendsPrompts::channel)
        .findFirst();
  }
}
