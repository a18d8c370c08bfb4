/**
 * Remembers every transition, provably: an append-only Merkle log by RFC 6962, shown as C2SP
 * tlog-tiles and signed once per batch.
 *
 * <p>{@link dev.reclaim.audit.AppendEntries} is the only way in. {@link
 * dev.reclaim.audit.GrowingTree} is the tree while it grows, {@link dev.reclaim.audit.Proofs} reads
 * it back, {@link dev.reclaim.audit.LogSigner} signs it. Nothing here changes or removes an entry,
 * and the database role that this service uses could not.
 */
package dev.reclaim.audit;
