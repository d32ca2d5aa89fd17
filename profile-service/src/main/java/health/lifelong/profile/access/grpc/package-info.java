/** The caller, out of a verified token. */
@NullMarked
package health.lifelong.profile.access.grpc;

import org.jspecify.annotations.NullMarked;
