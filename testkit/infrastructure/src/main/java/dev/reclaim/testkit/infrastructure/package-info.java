/** A real broker and a real database for tests: embedded, or in containers. */
package dev.reclaim.testkit.infrastructure;
