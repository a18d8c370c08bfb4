/**
 * What tests of all services share: the way to the real broker and the real database, a clock that
 * obeys, a view of the topics, and the rules of the architecture.
 */
package dev.reclaim.testkit;
