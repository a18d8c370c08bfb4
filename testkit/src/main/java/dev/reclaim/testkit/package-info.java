/**
 * What tests of all modules share: a real broker and a real database, a clock that obeys, a view of
 * the topics, and the rules of the architecture.
 */
package dev.reclaim.testkit;
