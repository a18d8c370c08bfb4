/**
 * Whole-system stories, told from outside: over HTTP, Kafka, mail and the directory, as people and
 * other systems do. {@code ./reclaim demo} tells one of them; the tests of this module tell it
 * again while services are killed.
 */
package dev.reclaim.journeys;
