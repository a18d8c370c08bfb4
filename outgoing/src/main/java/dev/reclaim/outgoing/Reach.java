package dev.reclaim.outgoing;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which part of the network a connection may reach. */
public enum Reach {
  /** Only addresses that the whole internet can reach: a vendor's cloud. */
  PUBLIC,
  /** Also the private ranges: a server in one's own network. */
  PRIVATE,
  /** Only this machine, also without encryption: the sandbox. */
  LOOPBACK;

  /** Special-purpose ranges, from the IANA registries for IPv4 and IPv6. */
  private static final List<Range> NOT_PUBLIC =
      Range.all(
          "0.0.0.0/8",
          "10.0.0.0/8",
          "100.64.0.0/10",
          "127.0.0.0/8",
          "169.254.0.0/16",
          "172.16.0.0/12",
          "192.0.0.0/24",
          "192.0.2.0/24",
          "192.88.99.0/24",
          "192.168.0.0/16",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "224.0.0.0/3",
          "2001::/23",
          "2001:db8::/32",
          "2002::/16",
          "3fff::/20");

  private static final List<Range> PRIVATE_RANGES =
      Range.all("10.0.0.0/8", "100.64.0.0/10", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7");

  private static final Range GLOBAL_UNICAST = Range.of("2000::/3");

  /** By its name in a setting: {@code public}, {@code private}, {@code loopback}. */
  public static Optional<Reach> named(String name) {
    return List.of(values()).stream().filter(reach -> reach.toString().equals(name)).findFirst();
  }

  /**
   * As {@link #named}.
   *
   * @throws IllegalArgumentException if there is none; the message is the reason
   */
  public static Reach parse(String name) {
    return named(name)
        .orElseThrow(() -> new IllegalArgumentException("is none of " + List.of(values())));
  }

  /** Whether a resolved address may be connected to. */
  public boolean permits(InetAddress address) {
    return switch (this) {
      case PUBLIC -> isPublic(address);
      case PRIVATE -> isPublic(address) || isIn(PRIVATE_RANGES, address);
      case LOOPBACK -> address.isLoopbackAddress();
    };
  }

  private static boolean isPublic(InetAddress address) {
    return !isIn(NOT_PUBLIC, address)
        && (address instanceof Inet4Address || GLOBAL_UNICAST.holds(address));
  }

  private static boolean isIn(List<Range> ranges, InetAddress address) {
    return ranges.stream().anyMatch(range -> range.holds(address));
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
