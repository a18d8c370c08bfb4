package dev.reclaim.outgoing;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/**
 * Where a vendor's API begins: scheme, host, port, and the path below which all requests stay.
 *
 * @param path without a slash at its end; may be empty
 */
public record Origin(String scheme, String host, int port, String path) {

  private static final Pattern HOST =
      Pattern.compile("(?!-)[a-z0-9-]{1,63}(\\.(?!-)[a-z0-9-]{1,63})*");

  /** A last label without a letter, or written in hexadecimal, makes a number of the whole. */
  private static final Pattern NUMBER = Pattern.compile("(.*\\.)?([0-9]+|0x[0-9a-f]*)");

  private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9._~%@:+-]+)*");

  /**
   * Reads a configured address.
   *
   * @throws IllegalArgumentException if it is none that may be used; the message is the reason
   */
  public static Origin parse(String text, Reach reach) {
    URI uri = uri(text);
    String scheme = uri.getScheme();
    if (!"https".equals(scheme) && !("http".equals(scheme) && reach == Reach.LOOPBACK)) {
      throw new IllegalArgumentException("must begin with https://");
    }
    String host = uri.getHost();
    if (host == null || uri.getRawUserInfo() != null) {
      throw new IllegalArgumentException("must name a host, and no user");
    }
    if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
      throw new IllegalArgumentException("must end with its path");
    }
    if (!HOST.matcher(host).matches()) {
      throw new IllegalArgumentException("names no host in lower-case letters, digits and hyphens");
    }
    if (reach == Reach.PUBLIC && NUMBER.matcher(host).matches()) {
      throw new IllegalArgumentException("must name a host, not a number");
    }
    if (uri.getPort() > 65_535) {
      throw new IllegalArgumentException("names a port that there cannot be");
    }
    String path = uri.getRawPath() == null ? "" : uri.getRawPath().replaceAll("/+$", "");
    if (!PATH.matcher(path).matches() || isClimbing(path)) {
      throw new IllegalArgumentException("has a path that may not be used");
    }
    return new Origin(scheme, host, uri.getPort(), path);
  }

  /**
   * An address below this one.
   *
   * @param pathAndQuery encoded, beginning with a slash or empty
   * @throws IllegalArgumentException if it would lead elsewhere
   */
  public URI below(String pathAndQuery) {
    return checked(uri(root() + path + pathAndQuery));
  }

  /**
   * An address that the vendor gave, absolute or beginning with a slash.
   *
   * @throws IllegalArgumentException if it leads to another host, port or scheme, or out of the
   *     path
   */
  public URI given(String link) {
    return checked(uri(link.startsWith("/") && !link.startsWith("//") ? root() + link : link));
  }

  /** Whether a request goes here. */
  boolean covers(URI address) {
    return scheme.equals(address.getScheme())
        && host.equals(address.getHost())
        && port == address.getPort()
        && address.getRawUserInfo() == null
        && address.getRawFragment() == null
        && address.getRawPath().startsWith(path)
        && !isClimbing(address.getRawPath());
  }

  private URI checked(URI address) {
    if (!covers(address)) {
      throw new IllegalArgumentException("an address leads away from " + this);
    }
    return address;
  }

  private static boolean isClimbing(String path) {
    String plain = path.replaceAll("(?i)%2e", ".").replaceAll("(?i)%5c", "\\\\");
    return plain.contains("\\") || (plain + "/").matches(".*/\\.{1,2}/.*");
  }

  private static URI uri(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("is not an address", e);
    }
  }

  private String root() {
    return scheme + "://" + host + (port < 0 ? "" : ":" + port);
  }

  @Override
  public String toString() {
    return root() + path;
  }
}
