/**
 * The audit log as any service keeps it and anybody can check it: canonical form, chain, signed
 * heads. JDK only.
 */
@NullMarked
package health.lifelong.platform.audit;

import org.jspecify.annotations.NullMarked;
