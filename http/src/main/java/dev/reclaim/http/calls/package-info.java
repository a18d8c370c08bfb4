/** How one of our services calls another. */
package dev.reclaim.http.calls;
