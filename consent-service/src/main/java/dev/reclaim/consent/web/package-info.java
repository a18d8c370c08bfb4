/** The pages that people answer on. */
package dev.reclaim.consent.web;
