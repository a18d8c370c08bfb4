/** What consent-service remembers, as tables. */
package dev.reclaim.consent.postgres;
