/** What the service knows, in its PostgreSQL database. */
package dev.reclaim.rules.postgres;
