package dev.reclaim.consent;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Settings of one channel, for tests; a secret is what stands behind {@code test:}. */
public final class Settings {

  private Settings() {}

  /** Keys without the channel's prefix, each followed by its value. */
  public static ChannelSettings of(Channel channel, String... keysAndValues) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      values.put(
          "reclaim.consent.channels."
              + channel.name().toLowerCase(Locale.ROOT)
              + "."
              + keysAndValues[i],
          keysAndValues[i + 1]);
    }
    return new ChannelSettings(
        channel,
        key -> Optional.ofNullable(values.get(key)),
        reference -> {
          if (!reference.startsWith("test:")) {
            throw new IllegalArgumentException("is no reference");
          }
          return () -> reference.substring("test:".length());
        });
  }
}
