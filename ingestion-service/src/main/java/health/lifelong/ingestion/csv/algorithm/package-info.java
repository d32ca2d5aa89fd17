/** From the bytes of a table to checkups: charset, rows, header, cells. JDK only. */
@NullMarked
package health.lifelong.ingestion.csv.algorithm;

import org.jspecify.annotations.NullMarked;
