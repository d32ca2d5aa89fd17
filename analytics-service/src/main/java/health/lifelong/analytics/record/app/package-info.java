/** Where records and genotypes come from, as the engine asks for them. */
@NullMarked
package health.lifelong.analytics.record.app;

import org.jspecify.annotations.NullMarked;
