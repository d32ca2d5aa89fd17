/** Tests of reading tables of checkups. */
@NullMarked
package health.lifelong.ingestion.csv.algorithm;

import org.jspecify.annotations.NullMarked;
