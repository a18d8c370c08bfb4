package dev.reclaim.connectors.graph;

import dev.reclaim.connectors.Settings;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How one tenant is reached.
 *
 * @param detour where requests go instead of to Microsoft's hosts; for a sandbox on this machine
 * @param untouchable logins and object ids of accounts that nothing may be taken from, lower case
 * @param timeOut how long to wait for the next bytes of an answer
 */
record GraphSettings(
    Login login, Cloud cloud, Optional<Detour> detour, Set<String> untouchable, Duration timeOut) {

  private static final Set<String> KEYS =
      Set.of(
          "type",
          "tenant-id",
          "client-id",
          "client-secret",
          "cloud",
          "protected-accounts",
          "time-out",
          "network",
          "address-graph",
          "address-login");

  private static final String ID = "[A-Za-z0-9][A-Za-z0-9.-]{0,98}[A-Za-z0-9]";
  private static final Duration LONGEST = Duration.ofMinutes(5);

  static GraphSettings from(Settings settings) {
    settings.allowOnly(KEYS);
    return new GraphSettings(
        new Login(
            id(settings, "tenant-id"),
            id(settings, "client-id"),
            settings.required("client-secret")),
        cloud(settings),
        detour(settings),
        untouchable(settings),
        timeOut(settings));
  }

  private static String id(Settings settings, String key) {
    String id = settings.required(key);
    if (!id.matches(ID)) {
      throw settings.refuse(key, "must be letters, digits, hyphens and dots");
    }
    return id;
  }

  private static Cloud cloud(Settings settings) {
    String name = settings.optional("cloud").orElse("global");
    return Cloud.named(name)
        .orElseThrow(() -> settings.refuse("cloud", "must be one of " + Cloud.all()));
  }

  private static Optional<Detour> detour(Settings settings) {
    String network = settings.optional("network").orElse("public");
    return switch (network) {
      case "public" -> {
        for (String key : Set.of("address-graph", "address-login")) {
          if (settings.optional(key).isPresent()) {
            throw settings.refuse(key, "is accepted only with network=loopback");
          }
        }
        yield Optional.empty();
      }
      case "loopback" ->
          Optional.of(
              new Detour(
                  Detour.address(settings, "address-graph"),
                  Detour.address(settings, "address-login")));
      default -> throw settings.refuse("network", "must be public or loopback");
    };
  }

  private static Set<String> untouchable(Settings settings) {
    return Arrays.stream(settings.optional("protected-accounts").orElse("").split(","))
        .map(name -> name.strip().toLowerCase(Locale.ROOT))
        .filter(name -> !name.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Duration timeOut(Settings settings) {
    try {
      Duration timeOut = Duration.parse(settings.optional("time-out").orElse("PT30S"));
      if (!timeOut.isPositive() || timeOut.compareTo(LONGEST) > 0) {
        throw settings.refuse("time-out", "must be longer than nothing, and at most " + LONGEST);
      }
      return timeOut;
    } catch (DateTimeParseException e) {
      throw settings.refuse("time-out", "is not a duration like PT30S");
    }
  }

  @Override
  public String toString() {
    return "GraphSettings[" + login + " " + cloud + detour.map(to -> " by " + to).orElse("") + "]";
  }
}
