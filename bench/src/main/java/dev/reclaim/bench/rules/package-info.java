/** How fast all seats are judged by all rules. */
package dev.reclaim.bench.rules;
