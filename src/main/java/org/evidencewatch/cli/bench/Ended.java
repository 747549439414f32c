package org.evidencewatch.cli.bench;

import java.time.Duration;
import tools.jackson.databind.JsonNode;

/**
 * A process that has done its work.
 *
 * @param output the JSON document that it printed
 * @param wall from before its start until it was gone
 */
record Ended(JsonNode output, Duration wall, Footprint footprint) {}
