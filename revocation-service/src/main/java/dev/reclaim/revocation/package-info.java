/**
 * Takes access and seat away, carefully, looks again, can undo.
 *
 * <p>A {@link dev.reclaim.revocation.Revocation} goes from state to state; {@link
 * dev.reclaim.revocation.DecidesTaking} and {@link dev.reclaim.revocation.DecidesRestoring} say
 * which, from facts alone. {@link dev.reclaim.revocation.CarriesOut} does what is due: it reads,
 * saves the intent through the {@link dev.reclaim.revocation.Ledger}, calls the {@link
 * dev.reclaim.revocation.Vendor}, saves the outcome, and looks again.
 */
package dev.reclaim.revocation;
