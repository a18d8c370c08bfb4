/**
 * Microsoft Active Directory over LDAP: a seat is membership in a group, access is the account.
 *
 * <p>Result codes and rules are those of MS-ADTS and RFC 4511. All reads and writes of a connection
 * go to the same controller, because others learn of a change only later.
 */
package dev.reclaim.connectors.ldap;
