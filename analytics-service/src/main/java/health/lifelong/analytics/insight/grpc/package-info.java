/** InsightService and ModelService over gRPC. */
@NullMarked
package health.lifelong.analytics.insight.grpc;

import org.jspecify.annotations.NullMarked;
