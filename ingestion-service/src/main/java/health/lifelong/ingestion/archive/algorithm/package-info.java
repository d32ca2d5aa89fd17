/** What every archive is held to, whatever is inside; nothing is ever unpacked to a disk. */
@NullMarked
package health.lifelong.ingestion.archive.algorithm;

import org.jspecify.annotations.NullMarked;
