/** The written forms of an export that need no knowledge of what is in it. */
@NullMarked
package health.lifelong.gateway.export.algorithm;

import org.jspecify.annotations.NullMarked;
