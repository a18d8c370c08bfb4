/**
 * An LDAP server that behaves like an Active Directory controller where it matters for taking seats
 * back, and is stricter where the real one may be lenient. Codes and texts follow MS-ADTS and what
 * a Samba AD controller answers.
 */
package dev.reclaim.sandbox.directory;
