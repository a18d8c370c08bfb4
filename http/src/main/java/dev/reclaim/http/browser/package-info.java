/**
 * What a service with pages needs besides: signing in and out, forms that prove where they come
 * from, and refusals as pages. All of it is there only where {@code quarkus.http.auth.form.enabled}
 * is set when the service is built.
 */
package dev.reclaim.http.browser;
