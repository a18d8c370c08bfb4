package dev.reclaim.console;

import dev.reclaim.events.HolderId;
import java.time.Duration;
import java.time.Instant;

/** One piece of evidence: a name, and a value that the reader's own language words. */
public record Fact(String name, Value value) {

  /** What kind of thing it is. */
  public sealed interface Value {}

  /** As it is. */
  public record Text(String text) implements Value {}

  /** A name that a machine gave. */
  public record Code(String code) implements Value {}

  /** Somebody. */
  public record Person(HolderId holder) implements Value {}

  /** A moment. */
  public record At(Instant instant) implements Value {}

  /** How long. */
  public record Length(Duration duration) implements Value {}

  static Fact text(String name, String text) {
    return new Fact(name, new Text(text));
  }

  static Fact code(String name, Object code) {
    return new Fact(name, new Code(code.toString()));
  }

  static Fact person(String name, HolderId holder) {
    return new Fact(name, new Person(holder));
  }

  static Fact at(String name, Instant instant) {
    return new Fact(name, new At(instant));
  }

  static Fact length(String name, Duration duration) {
    return new Fact(name, new Length(duration));
  }
}
