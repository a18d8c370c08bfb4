/** The other services of this installation, over HTTP with this service's own login. */
package dev.reclaim.console.services;
