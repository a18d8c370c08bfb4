/** The HTTP surface of the rule-evaluator. */
package dev.reclaim.rules.rest;
