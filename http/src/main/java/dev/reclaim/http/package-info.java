/**
 * The same front door for every service: who is calling, where from, and how a refusal is worded.
 *
 * <p>A route is closed until it names the {@link dev.reclaim.http.Roles} that may use it. Every
 * error is {@code application/problem+json}. A request that changes something is refused when a
 * browser sends it from another site.
 */
package dev.reclaim.http;
