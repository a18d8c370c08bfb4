/** The workers that hand messages to the channels, one for each. */
package dev.reclaim.consent.channels;
