/**
 * How an event gets from one service to the next without being lost or done twice.
 *
 * <p>A service changes its state and adds what it has to say to the {@link
 * dev.reclaim.messaging.Outbox} in one database transaction. The {@link
 * dev.reclaim.messaging.OutboxRelay} carries the rows to the broker and deletes them once the
 * broker has acknowledged. A {@link dev.reclaim.messaging.ConsumerLoop} on the other side reads
 * batches, lets the {@link dev.reclaim.messaging.Inbox} drop what was handled before, and calls the
 * service's {@link dev.reclaim.messaging.Handler} in the same transaction. What cannot be handled
 * goes to the dead letters with its reason, alone.
 */
package dev.reclaim.messaging;
