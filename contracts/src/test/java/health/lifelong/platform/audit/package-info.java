/** Tests of the audit log's pure parts. */
@NullMarked
package health.lifelong.platform.audit;

import org.jspecify.annotations.NullMarked;
