/**
 * Policy, and which seats are candidates under it, and why.
 *
 * <p>{@link dev.reclaim.rules.Condition}s judge {@link dev.reclaim.rules.SeatFacts} to one of three
 * {@link dev.reclaim.rules.Judgement}s; a {@link dev.reclaim.rules.Rule} turns that into a {@link
 * dev.reclaim.rules.Verdict}; {@link dev.reclaim.rules.DecideSeat} says what to propose and what to
 * take back. All of that is pure. The ports ({@link dev.reclaim.rules.Seats}, {@link
 * dev.reclaim.rules.Proposals}, {@link dev.reclaim.rules.Signals}, {@link
 * dev.reclaim.rules.Policies}) gather the facts and remember the outcome.
 */
package dev.reclaim.rules;
