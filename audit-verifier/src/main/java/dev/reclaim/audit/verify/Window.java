package dev.reclaim.audit.verify;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Looks some steps ahead into a row that is otherwise only read once. */
final class Window<T> {

  /** How far entries may have moved and still be recognised as moved. */
  static final int REACH = 1024;

  private final Iterator<? extends T> rest;
  private final List<T> seen = new ArrayList<>();

  Window(Iterator<? extends T> rest) {
    this.rest = rest;
  }

  /** How many are left, at most {@link #REACH}. */
  int size() {
    reach(REACH);
    return seen.size();
  }

  boolean isEmpty() {
    reach(1);
    return seen.isEmpty();
  }

  T get(int ahead) {
    reach(ahead + 1);
    return seen.get(ahead);
  }

  boolean has(int ahead) {
    reach(ahead + 1);
    return ahead < seen.size();
  }

  /** Goes forward and gives what was passed. */
  List<T> take(int count) {
    reach(count);
    List<T> head = seen.subList(0, count);
    List<T> taken = List.copyOf(head);
    head.clear();
    return taken;
  }

  private void reach(int count) {
    while (seen.size() < count && rest.hasNext()) {
      seen.add(rest.next());
    }
  }
}
