package dev.reclaim.connectors.graph;

import java.io.IOException;

/** A request was not sent, because it would have gone where it may not go. */
final class Forbidden extends IOException {

  Forbidden(String what) {
    super(what);
  }
}
