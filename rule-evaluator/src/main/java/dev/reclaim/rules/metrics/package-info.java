/** What the service tells its operators about itself. */
package dev.reclaim.rules.metrics;
