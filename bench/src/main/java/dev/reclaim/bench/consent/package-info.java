/** How consent-service bears many open candidates. */
package dev.reclaim.bench.consent;
