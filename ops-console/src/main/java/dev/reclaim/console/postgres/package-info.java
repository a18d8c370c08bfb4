/** The read model in PostgreSQL: rows that are filtered, sorted and paged. */
package dev.reclaim.console.postgres;
