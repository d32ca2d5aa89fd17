/**
 * The token gate in Quarkus: each adapter hands one question to {@code platform.token} and turns
 * the answer into what HTTP or gRPC says.
 */
@NullMarked
package health.lifelong.platform.gate;

import org.jspecify.annotations.NullMarked;
