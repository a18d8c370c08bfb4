/**
 * How fast revocations go, on the real engine: a real broker, a real database, the real audit log,
 * and vendors that answer over HTTP as fast as they like, or as their limits say.
 */
package dev.reclaim.bench.revocation;
