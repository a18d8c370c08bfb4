/** Questions in Slack, and what Slack sends when somebody presses a button. */
package dev.reclaim.consent.slack;
