package dev.reclaim.consent;

/** Shows that something comes from who knows a key. */
@FunctionalInterface
public interface Seals {

  /** HMAC-SHA256 (RFC 2104): 32 bytes that nobody makes without the key. */
  byte[] seal(byte[] key, byte[] content);
}
