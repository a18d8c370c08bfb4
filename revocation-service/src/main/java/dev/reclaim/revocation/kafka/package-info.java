/** What this service hears from the others. */
package dev.reclaim.revocation.kafka;
