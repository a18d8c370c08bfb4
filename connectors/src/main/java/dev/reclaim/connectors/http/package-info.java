/** The one client through which connectors speak to vendors over HTTP. */
package dev.reclaim.connectors.http;
