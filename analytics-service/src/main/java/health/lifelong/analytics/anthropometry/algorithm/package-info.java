/** Body mass index, waist, and the osteoporosis self-assessment index. */
@NullMarked
package health.lifelong.analytics.anthropometry.algorithm;

import org.jspecify.annotations.NullMarked;
