/** What other services say, as inputs to candidates. */
package dev.reclaim.consent.kafka;
