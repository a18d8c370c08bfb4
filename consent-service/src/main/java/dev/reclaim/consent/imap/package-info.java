/** The mailbox to which mail servers send what they cannot deliver. */
package dev.reclaim.consent.imap;
