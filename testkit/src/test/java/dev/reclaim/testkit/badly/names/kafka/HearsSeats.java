package dev.reclaim.testkit.badly.names.kafka;

/** An edge, since every service has one. */
record HearsSeats(String topic) {}
