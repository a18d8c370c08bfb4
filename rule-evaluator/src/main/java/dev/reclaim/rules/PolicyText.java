package dev.reclaim.rules;

/**
 * A file of policy as it was sent: YAML, of several documents where they are parted by {@code ---},
 * or JSON.
 *
 * @param file its name, as the sender knows it
 */
public record PolicyText(String file, String text) {}
