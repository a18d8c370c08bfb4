/** Candidates and approvals as JSON, for operators, approvers and the console. */
package dev.reclaim.consent.rest;
