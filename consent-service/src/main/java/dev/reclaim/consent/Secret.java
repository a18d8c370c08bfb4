package dev.reclaim.consent;

/** Something that is kept elsewhere and looked up when it is needed, so that it can be replaced. */
@FunctionalInterface
public interface Secret {

  /**
   * The value of this moment.
   *
   * @throws IllegalStateException if it is not there; the message names the place and no value
   */
  String reveal();
}
