package dev.reclaim.rules;

import java.util.Map;

/**
 * A piece of policy, parsed and as it was written.
 *
 * @param content the document as JSON values; equal content is the same policy
 */
public record PolicyDocument(Policy policy, Map<String, Object> content) {}
