/**
 * Checks the audit log without trusting the one who wrote it. Plain JDK, and no code in common with
 * audit-service: only the format is shared (RFC 6962 hashing, C2SP tlog-tiles, tlog-checkpoint and
 * signed-note).
 *
 * <p>{@link dev.reclaim.audit.verify.Verify} is the command. A first pass streams all entries once
 * and decides whether they are intact; only when they are not, a second pass finds out which entry
 * it was.
 */
package dev.reclaim.audit.verify;
