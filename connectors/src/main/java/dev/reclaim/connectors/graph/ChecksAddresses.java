package dev.reclaim.connectors.graph;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import okhttp3.Dns;

/**
 * Resolves Microsoft's hosts, and refuses addresses that only a forged answer gives: those of this
 * machine and of private networks. The client connects to the addresses returned here and no
 * others.
 */
final class ChecksAddresses implements Dns {

  @Override
  public List<InetAddress> lookup(String host) throws UnknownHostException {
    List<InetAddress> addresses = SYSTEM.lookup(host);
    for (InetAddress address : addresses) {
      if (!isPublic(address)) {
        throw new UnknownHostException(host + " leads to an address that is not public");
      }
    }
    return addresses;
  }

  static boolean isPublic(InetAddress address) {
    return !(address.isLoopbackAddress()
        || address.isAnyLocalAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()
        || isUniqueLocal(address));
  }

  /** {@code fc00::/7}, the private range of IPv6 (RFC 4193). */
  private static boolean isUniqueLocal(InetAddress address) {
    return address instanceof Inet6Address && (address.getAddress()[0] & 0xfe) == 0xfc;
  }
}
