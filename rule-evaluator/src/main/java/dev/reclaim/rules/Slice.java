package dev.reclaim.rules;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A part of all holders with all that is theirs. Nothing that a rule says of a seat depends on
 * another holder, so slices can be judged beside each other.
 *
 * @param number from 0
 * @param of how many slices make up all holders
 */
public record Slice(int number, int of) {

  public Slice {
    if (of < 1 || number < 0 || number >= of) {
      throw new IllegalArgumentException(
          "slice: there is no number %d of %d".formatted(number, of));
    }
  }

  static List<Slice> all(int of) {
    return IntStream.range(0, of).mapToObj(number -> new Slice(number, of)).toList();
  }
}
