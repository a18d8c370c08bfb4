package dev.reclaim.testkit.badly.sender.kafka;

import dev.reclaim.messaging.Sender;
import dev.reclaim.testkit.badly.sender.Seat;

/** Speaks past the outbox. */
record SaysSeats(Sender sender, Seat seat) {}
