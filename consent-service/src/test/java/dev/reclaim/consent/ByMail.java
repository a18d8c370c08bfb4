package dev.reclaim.consent;

import dev.reclaim.events.Holder;
import java.util.Optional;

/** A channel for tests: reaches whoever has an address, and takes everything. */
final class ByMail implements SendsPrompts {

  @Override
  public Channel channel() {
    return Channel.MAIL;
  }

  @Override
  public boolean reaches(Holder reader) {
    return reader.email().isPresent();
  }

  @Override
  public Outcome send(Letter letter) {
    return new Outcome.Delivered(Optional.empty());
  }
}
