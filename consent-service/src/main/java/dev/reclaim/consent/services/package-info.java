/** What other services of this installation know and do. */
package dev.reclaim.consent.services;
