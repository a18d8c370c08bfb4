/** What happens by itself, from time to time. */
package dev.reclaim.rules.schedule;
