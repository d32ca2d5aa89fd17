/** Renders every overlay, parses it strictly, and holds the promises of the manifests. */
@NullMarked
package health.lifelong.k8s;

import org.jspecify.annotations.NullMarked;
