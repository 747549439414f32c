package org.evidencewatch.review;

import java.util.Optional;

/**
 * What stands around an item in the queue.
 *
 * @param previous id of the work item before it
 * @param next id of the work item after it
 * @param place its number in the queue, from 1
 * @param total items in the queue
 */
public record Neighbours(Optional<Long> previous, Optional<Long> next, int place, int total) {}
