/**
 * The queue, one item of it, and what a reviewer decides there.
 */
@NullMarked
package org.evidencewatch.web.desk;

import org.jspecify.annotations.NullMarked;
