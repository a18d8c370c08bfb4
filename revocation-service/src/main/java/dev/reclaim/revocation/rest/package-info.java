/** What people and other services can see and do over HTTP. */
package dev.reclaim.revocation.rest;
