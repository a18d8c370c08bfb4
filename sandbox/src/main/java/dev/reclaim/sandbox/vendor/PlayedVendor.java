package dev.reclaim.sandbox.vendor;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One vendor as the sandbox plays it: it answers as the vendor does, and lets itself be set and
 * looked at past its API.
 */
public interface PlayedVendor {

  /** The type of its connector. */
  String name();

  /**
   * Every setting that a connection to it needs, but its addresses, with all rights; once for each
   * way to sign in.
   */
  List<Map<String, String>> settings();

  /** Which settings make a login that may only read. */
  Map<String, String> reader();

  /** Answers one request of its API. */
  Reply answer(Request request);

  /** How it says "too fast", asking to wait one second. */
  Reply throttled();

  /** How it says that something broke on its side. */
  default Reply broken() {
    return Reply.text(503, "upstream connect error");
  }

  /** What it answers to a change that it made; a lie if it did not. */
  default Reply success(Request request) {
    return Reply.empty(204);
  }

  /** Whether a request changes something; reads over POST are told apart here. */
  default boolean isChange(Request request) {
    return !request.method().equals("GET");
  }

  Scenes scenes();

  /** Seats of other kinds, of which the same API is the owner. */
  default List<Scenes> otherScenes() {
    return List.of();
  }

  /** Whether a login can see what it may do, without trying it. */
  default boolean showsRights() {
    return true;
  }

  /** The same answer, saying that it was the last of a limit; empty if it never says so. */
  default Optional<Reply> lastCall(Reply reply) {
    return Optional.empty();
  }

  Effects effects();
}
