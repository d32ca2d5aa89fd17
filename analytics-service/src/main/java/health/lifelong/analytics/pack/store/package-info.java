/** Reads a region pack from a directory of plain files. */
@NullMarked
package health.lifelong.analytics.pack.store;

import org.jspecify.annotations.NullMarked;
