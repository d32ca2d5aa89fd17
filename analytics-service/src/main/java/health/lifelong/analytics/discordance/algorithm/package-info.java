/** Rules that find what disagrees; none of them decides who is right without a measurement. */
@NullMarked
package health.lifelong.analytics.discordance.algorithm;

import org.jspecify.annotations.NullMarked;
