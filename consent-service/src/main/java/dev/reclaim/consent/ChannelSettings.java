package dev.reclaim.consent;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is configured for one channel, {@code reclaim.consent.channels.<channel>.<key>}. Refusals
 * name the key and never the value, for it may be a secret.
 */
public final class ChannelSettings {

  private final String prefix;
  private final Function<String, Optional<String>> values;
  private final Function<String, Secret> secrets;

  /**
   * @param values by full key
   * @param secrets finds what a reference names; refuses with a reason what is no reference
   */
  public ChannelSettings(
      Channel channel,
      Function<String, Optional<String>> values,
      Function<String, Secret> secrets) {
    this.prefix = "reclaim.consent.channels." + channel.name().toLowerCase(Locale.ROOT) + ".";
    this.values = values;
    this.secrets = secrets;
  }

  public Optional<String> optional(String key) {
    return values.apply(prefix + key).map(String::strip).filter(it -> !it.isEmpty());
  }

  public String required(String key) {
    return optional(key).orElseThrow(() -> refuse(key, "is missing"));
  }

  /** A secret is never written here, only where it is kept. */
  public Secret secret(String key) {
    return checked(key, required(key), secrets);
  }

  public Optional<Secret> optionalSecret(String key) {
    return optional(key).map(it -> checked(key, it, secrets));
  }

  /** With commas between them, at least one. */
  public List<Secret> secretsIn(String key) {
    return Stream.of(required(key).split(",", -1))
        .map(it -> checked(key, it.strip(), secrets))
        .toList();
  }

  public boolean flag(String key) {
    return switch (optional(key).orElse("false")) {
      case "true" -> true;
      case "false" -> false;
      default -> throw refuse(key, "is neither true nor false");
    };
  }

  public Duration duration(String key, Duration usual) {
    return optional(key)
        .map(
            it ->
                checked(
                    key,
                    it,
                    text -> {
                      try {
                        return Duration.parse(text);
                      } catch (DateTimeException e) {
                        throw new IllegalArgumentException("is no duration such as PT30S", e);
                      }
                    }))
        .orElse(usual);
  }

  /**
   * Reads one value.
   *
   * @param read refuses with a reason that does not name the key
   */
  public <T> T checked(String key, String value, Function<String, T> read) {
    try {
      return read.apply(value);
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw refuse(key, e.getMessage());
    }
  }

  /** Refuses keys that nobody reads: most often they are misspelt. */
  public void allowOnly(Set<String> known, Iterable<String> given) {
    Set<String> letters = known.stream().map(ChannelSettings::letters).collect(Collectors.toSet());
    for (String name : given) {
      if (name.startsWith(prefix) && !letters.contains(letters(name.substring(prefix.length())))) {
        throw refuse(
            name.substring(prefix.length()),
            "is no setting of this channel; known are " + new TreeSet<>(known));
      }
    }
  }

  /** A variable of the environment cannot say whether it means a dot or a hyphen. */
  private static String letters(String key) {
    return key.replaceAll("[^A-Za-z0-9]", "");
  }

  public IllegalArgumentException refuse(String key, String problem) {
    return new IllegalArgumentException(prefix + key + ": " + problem);
  }
}
