package dev.reclaim.connectors.ldap;

import com.unboundid.ldap.sdk.NameResolver;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A domain's name stands for all its controllers in turn. This resolver keeps to the first answer,
 * so that what one connection wrote the next one reads, until that controller cannot be reached.
 */
final class StaysWithOneController extends NameResolver {

  private final AtomicReference<InetAddress> chosen = new AtomicReference<>();

  @Override
  public InetAddress getByName(String host) throws UnknownHostException {
    InetAddress known = chosen.get();
    if (known == null) {
      known = super.getByName(host);
      chosen.set(known);
    }
    return known;
  }

  @Override
  public InetAddress[] getAllByName(String host) throws UnknownHostException {
    return new InetAddress[] {getByName(host)};
  }

  void chooseAnew() {
    chosen.set(null);
  }

  @Override
  public void toString(StringBuilder text) {
    text.append("StaysWithOneController");
  }
}
