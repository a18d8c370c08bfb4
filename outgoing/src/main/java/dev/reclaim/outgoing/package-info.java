/** The one client through which we speak to others over HTTP. */
package dev.reclaim.outgoing;
