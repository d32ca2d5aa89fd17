/** Tests of insight grpc. */
@NullMarked
package health.lifelong.analytics.insight.grpc;

import org.jspecify.annotations.NullMarked;
