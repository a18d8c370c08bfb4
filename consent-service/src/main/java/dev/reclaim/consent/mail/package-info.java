/** Questions by mail. */
package dev.reclaim.consent.mail;
