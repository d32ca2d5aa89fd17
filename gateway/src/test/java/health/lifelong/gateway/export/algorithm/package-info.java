/** Tests of the written forms of an export. */
@NullMarked
package health.lifelong.gateway.export.algorithm;

import org.jspecify.annotations.NullMarked;
