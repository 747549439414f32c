/**
 * Records, work items and decisions as programs read them: the one JSON of the REST interface and of the terminal. What is
 * absent has no key.
 */
@NullMarked
@NamedInterface("json")
package org.evidencewatch.web.json;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
