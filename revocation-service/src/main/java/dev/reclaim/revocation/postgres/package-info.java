/** Keeps revocations, their facts and the record of the brakes in this service's own database. */
package dev.reclaim.revocation.postgres;
