/** The clock that looks after deadlines. */
package dev.reclaim.consent.schedule;
