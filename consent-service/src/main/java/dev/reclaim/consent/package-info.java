/**
 * What a candidate's life is: states, what may move them, and who is asked. Plain Java; time comes
 * in as an argument, and what happens in the outside world as an {@link dev.reclaim.consent.Input}.
 */
package dev.reclaim.consent;
