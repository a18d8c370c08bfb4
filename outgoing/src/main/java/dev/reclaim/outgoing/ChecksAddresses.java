package dev.reclaim.outgoing;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves a name and refuses it if any of its addresses is out of reach. The client connects to
 * the addresses returned here and to no others, so a second answer of the name server cannot lead
 * elsewhere.
 */
final class ChecksAddresses implements DnsResolver {

  /** A name led where this connection may not go. */
  static final class OutOfReach extends UnknownHostException {
    OutOfReach(String message) {
      super(message);
    }
  }

  private final DnsResolver resolver;
  private final Reach reach;

  ChecksAddresses(DnsResolver resolver, Reach reach) {
    this.resolver = resolver;
    this.reach = reach;
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    InetAddress[] addresses = resolver.resolve(host);
    for (InetAddress address : addresses) {
      if (!reach.permits(address)) {
        throw new OutOfReach("%s leads to an address that is not %s".formatted(host, reach));
      }
    }
    return addresses;
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }
}
