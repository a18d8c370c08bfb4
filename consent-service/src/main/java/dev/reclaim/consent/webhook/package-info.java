/** Questions to whatever else reaches people, by signed webhooks. */
package dev.reclaim.consent.webhook;
