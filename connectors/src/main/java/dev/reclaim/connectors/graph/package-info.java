/**
 * Microsoft 365 and Entra ID through Microsoft Graph v1.0: licences, group membership, assignments
 * of enterprise applications, and the account itself.
 */
package dev.reclaim.connectors.graph;
