package dev.reclaim.outgoing;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * One request, ready to go.
 *
 * @param headers may hold secrets, so they are never shown
 */
public record Call(String method, URI address, Map<String, String> headers, Optional<String> body) {

  public Call {
    headers = Map.copyOf(headers);
  }

  /** Without query, headers and body: each may hold a secret or a person. */
  @Override
  public String toString() {
    return method + " " + address.getScheme() + "://" + address.getAuthority() + address.getPath();
  }
}
