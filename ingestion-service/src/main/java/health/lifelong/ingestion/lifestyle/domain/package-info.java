/** Signals of phones and wearables, their sources, and what reading an export gave. JDK only. */
@NullMarked
package health.lifelong.ingestion.lifestyle.domain;

import org.jspecify.annotations.NullMarked;
