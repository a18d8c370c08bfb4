/** Questions as cards in Microsoft Teams. */
package dev.reclaim.consent.teams;
