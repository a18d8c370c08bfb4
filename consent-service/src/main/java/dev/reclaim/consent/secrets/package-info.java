/** Where secrets are kept. */
package dev.reclaim.consent.secrets;
