/** What the tests of the doors share: keys, tokens and settings of one run. */
@NullMarked
package health.lifelong.ingestion.kit;

import org.jspecify.annotations.NullMarked;
