/**
 * Who used what, who is employed, who holds which seat.
 *
 * <p>What comes in names accounts and applications as its sender knows them. Usage is kept under
 * those names ({@link dev.reclaim.usage.UsageRow}), and counted for a holder and an application
 * when both names are known: nothing is replayed, and the order in which people, applications and
 * usage become known does not matter. {@link dev.reclaim.usage.TakeIn} and {@link
 * dev.reclaim.usage.TakePolicy} are the ways in from Kafka; {@link dev.reclaim.usage.LookAtSeats}
 * compares what a directory lists with what was seen before.
 */
package dev.reclaim.usage;
