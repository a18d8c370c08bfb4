/**
 * A make-believe company to run against: its directory, its vendors, its mailbox. For the demo,
 * tests and measurements; everything listens on this machine only.
 */
package dev.reclaim.sandbox;
