package dev.reclaim.consent;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** In which order the channels of this installation are tried, as it is configured. */
@Singleton
public class WiringOrder {

  private static final String KEY = "reclaim.consent.channels.order";

  private final List<Channel> channels;

  WiringOrder(@ConfigProperty(name = KEY) List<String> names) {
    this.channels = read(names);
  }

  static List<Channel> read(List<String> names) {
    List<Channel> channels = new ArrayList<>();
    for (String name : names) {
      Channel channel =
          Arrays.stream(Channel.values())
              .filter(it -> it.name().equalsIgnoreCase(name.strip()))
              .findFirst()
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          KEY
                              + ": '"
                              + name
                              + "' is none of "
                              + Arrays.toString(Channel.values()).toLowerCase(Locale.ROOT)));
      if (channels.contains(channel)) {
        throw new IllegalArgumentException(
            KEY + ": names " + channel.name().toLowerCase(Locale.ROOT) + " twice");
      }
      channels.add(channel);
    }
    if (channels.isEmpty()) {
      throw new IllegalArgumentException(KEY + ": names no channel, so nobody could be asked");
    }
    return List.copyOf(channels);
  }

  List<Channel> channels() {
    return channels;
  }

  boolean has(Channel channel) {
    return channels.contains(channel);
  }
}
