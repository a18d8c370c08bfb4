/** Chance and hashes, from the Java platform's own cryptography. */
package dev.reclaim.consent.crypto;
