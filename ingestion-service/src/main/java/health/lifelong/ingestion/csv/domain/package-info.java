/** What is agreed about a centre's tables, and how reading one ends. JDK only. */
@NullMarked
package health.lifelong.ingestion.csv.domain;

import org.jspecify.annotations.NullMarked;
