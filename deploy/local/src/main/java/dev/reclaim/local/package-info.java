/**
 * Everything on one machine, without Docker: a real PostgreSQL, a real Kafka broker, and the
 * processes around them. The tests of all modules use the first two as well.
 */
package dev.reclaim.local;
