/** Mail to the people who answer for the brakes. */
package dev.reclaim.revocation.mail;
