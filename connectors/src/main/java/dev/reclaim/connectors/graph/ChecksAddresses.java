package dev.reclaim.connectors.graph;

import dev.reclaim.outgoing.Reach;
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
      if (!Reach.PUBLIC.permits(address)) {
        throw new UnknownHostException(host + " leads to an address that is not public");
      }
    }
    return addresses;
  }
}
