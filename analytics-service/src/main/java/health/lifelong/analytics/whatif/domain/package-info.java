/** What a person could change, from where to where, and what studies say of it. JDK only. */
@NullMarked
package health.lifelong.analytics.whatif.domain;

import org.jspecify.annotations.NullMarked;
