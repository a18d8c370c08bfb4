/**
 * What the services say to each other, and nothing else: no I/O, no framework.
 *
 * <p>Outside systems send {@link dev.reclaim.events.InboxEvent}s. usage-ingest turns them into
 * {@link dev.reclaim.events.SignalEvent}s: who used what, who is employed, who holds which seat.
 * rule-evaluator publishes its {@link dev.reclaim.events.PolicyEvent}s and finds candidates ({@link
 * dev.reclaim.events.CandidateEvent}). consent-service leads each candidate to its end ({@link
 * dev.reclaim.events.ConsentEvent}); revocation-service takes access and seat away ({@link
 * dev.reclaim.events.RevocationEvent}). audit-service hears all of it.
 *
 * <p>One file per family is the catalogue of what that producer can say. The JSON Schemas beside it
 * are generated from these records and checked in; {@code asyncapi.yaml} says which travels where.
 */
package dev.reclaim.events;
